/// A tenant of a few rows that has something of everything: two currencies, the three kinds of
/// products, Unlimited, a price that is missing, self-service, a row in quarantine.
enum SmallTenant {
  static let files: [(name: String, text: String)] = [
    ("products.csv", products), ("subscriptions.csv", subscriptions),
    ("license_assignments.csv", assignments), ("users.csv", users),
    ("billing_profiles.csv", profiles), ("billing_profile_roles.csv", roles),
    ("invoices.csv", invoices), ("invoice_lines.csv", lines),
    ("self_service_policies.csv", policies),
  ]

  static let products = """
    product_id,product_name,kind,publisher,pricing_model
    crm,Contoso CRM,saas-app,Contoso,per-license
    vault,Northwind Vault,isv-app,Northwind,flat-rate
    e3,Microsoft 365 E3,microsoft,,per-license
    """

  static let subscriptions = """
    subscription_id,product_id,channel,storefront,acquisition,purchaser_name,purchaser_email,quantity,unit_price,currency,billing_frequency,region,billing_profile_id,status,activated_on,expires_on,auto_renew,Cost centre
    S-1,crm,direct,appsource,central,,,10,12.345,EUR,monthly,Germany,BP1,active,2025-01-10,2026-06-30,true,4711
    S-2,crm,direct,appsource,central,,,5,,EUR,monthly,Germany,BP1,active,2025-01-10,2026-03-01,true,
    S-3,vault,direct,azure-marketplace,central,,,Unlimited,1200,USD,annual,United States,BP1,active,2025-02-01,2026-02-01,true,
    S-4,e3,direct,azure-marketplace,self-service,Ann Berg,Ann@contoso.example,2,30,USD,monthly,United States,BP1,active,2025-05-01,2026-05-01,true,
    S-5,e3,direct,azure-marketplace,central,,,1,36,USD,monthly,United States,BP1,active,2025-05-01,2026-05-01,true,
    S-6,crm,direct,appsource,central,,,three,1,EUR,monthly,Germany,BP1,active,,,,
    """

  static let assignments = """
    subscription_id,assignee_id,display_name,assigned_on,assigned_by_role
    S-1,ann@contoso.example,Ann Berg,2025-02-01,publisher-portal
    S-1,bo@contoso.example,Bo Lind,2025-02-02,publisher-portal
    S-1,zoe@contoso.example,Zoë Ek,2025-01-01,publisher-portal
    S-3,ann@contoso.example,Ann Berg,2025-03-01,license-admin
    S-4,bo@contoso.example,Bo Lind,2025-06-01,purchaser
    S-5,ann@contoso.example,Ann Berg,2025-06-01,license-admin
    S-5,bo@contoso.example,Bo Lind,2025-06-02,license-admin
    """

  static let users = """
    user_principal_name,display_name,department,country,account_enabled,last_sign_in_on
    ann@contoso.example,Ann Berg,Sales,SE,true,2026-01-30
    bo@contoso.example,Bo Lind,Finance,SE,true,2026-01-29
    zoe@contoso.example,Zoë Ek,Sales,DE,false,2025-06-01
    åke@contoso.example,Åke Sund,,,true,
    """

  static let profiles = """
    billing_profile_id,name,status,currency,payment_method,contact_name,address
    BP1,Contoso Europe,active,EUR,credit-card,Ann Berg,Street 1
    """

  static let roles = """
    billing_profile_id,user_principal_name,role
    BP1,ann@contoso.example,owner
    """

  static let invoices = """
    invoice_id,billing_profile_id,document_type,invoice_date,due_date,currency,charges,credits,azure_credit,subtotal,tax,total,amount_due,status
    INV-1,BP1,invoice,2025-12-05,2025-12-20,EUR,100.00,0,0,100.00,25.00,125.00,125.00,past-due
    INV-2,BP1,invoice,2026-01-05,2026-02-20,EUR,200.00,0,0,200.00,50.00,250.00,250.00,due
    INV-3,BP1,credit-note,2026-01-06,,USD,-40.00,0,0,-40.00,0,-40.00,-40.00,due
    """

  static let lines = """
    invoice_id,line_number,subscription_id,product_id,product_name,charge_type,service_start,service_end,quantity,unit_price,charges,tax,total
    INV-1,1,S-1,crm,Contoso CRM,monthly-payment,2025-12-01,2025-12-31,10,10,100.00,25.00,125.00
    INV-2,1,S-1,crm,Contoso CRM,monthly-payment,2026-01-01,2026-01-31,10,20,200.00,50.00,249.00
    """

  static let policies = """
    product_id,product_name,value,changed_on
    e3,Microsoft 365 E3,Disabled,2025-04-01
    """
}
