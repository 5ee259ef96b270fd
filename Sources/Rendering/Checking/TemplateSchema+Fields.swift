extension TemplateSchema {
  /// Every field that templates may ask for, by kind of page. A test holds it against what the pages
  /// of the sample really get, both ways round.
  ///
  /// `name` is a value, `name[]` a list of values, `name[a b]` a list of records, `name{a b}` a record,
  /// `name<a b>` a table with these columns, `name?` something whose fields are not fixed; `@part` stands
  /// for the fields of an earlier line.
  static let fieldList = """
    # Parts that several pages have
    @run: run{as_of files rows_in accepted quarantined ignored newest_date age freshness \
    findings{total error violation warning note waived} \
    amounts[table currency in accepted quarantined ignored]}
    @places: places[name steps pages[cloud menu url]]
    @quarantine: rows rows_with_amounts amounts[table column label amounts] unread[table columns rows]
    @overview: overview{due[currency amount_due past_due] unused_seats reclaimable over_assigned \
    licenses[currency unused_seats unused_monthly_cost monthly_cost_known unpriced reclaimable \
    reclaimable_monthly_cost] self_service{buyers purchases assigned} apps{apps subscriptions \
    with_findings in_publisher_portal in_admin_center} quarantine{@quarantine}}
    @sources: sources[file table format syntax dialect[setting text line] corrected encoding delimiter \
    bytes sha256 rows_in accepted quarantined ignored newest_date age freshness \
    amounts[label currency in accepted quarantined ignored] unread[label rows]]
    @rule: id title severity reason source help messages[] bad[name text] good[name text] url found \
    found_url @places
    @detail: id label finding_count quarantined extra[name text] sources[file rows table] \
    findings[rule severity title message help subject waiver url]
    @assignment: user_principal_name display_name department assignee_kind assigned_on via_group \
    assigned_by assigned_by_role reclaimable
    @usage: product_id product_name kind pricing_model subscriptions purchased assigned users available \
    utilization over_assigned reclaimable currency monthly_cost monthly_cost_known unpriced \
    unused_monthly_cost
    @months: billing_profile_id name month currency invoices charges credits azure_credit tax total \
    amount_due past_due not_yet_due days_1_30 days_31_60 days_61_90 days_over_90
    @purchases: purchaser_name purchaser_email subscription_id product_id product_name quantity assigned \
    currency purchase_price expires_on status policy takeover

    # Every page, and every page of a report
    every page: site{title language base key version nav[id title url current group]} \
    page{kind title path section number pages prev next first last description \
    orders[label url current]}
    every report: people steps @run @overview @places

    # Reports
    report license-usage: report<@usage> parts{}
    report self-service-products: report<product_id product_name purchases buyers quantity_bought \
    assigned policy currency purchase_price> parts{}
    report self-service-buyers: report<@purchases> parts{}
    report self-service-policies: report<product_id product_name policy changed_on purchases \
    quantity_bought> parts{bought<product_id product_name policy changed_on bought_before bought_after \
    bought_undated currency annual_cost>}
    report consolidation: report<subscription_id product_id product_name purchaser_name \
    purchaser_email action move_to reason licenses_to_buy people[] lose_access[] cancel_by currency \
    annual_cost buy_cost annual_saving proof saving_at_most> parts{plans<product_id product_name \
    purchases moved canceled kept undecided licenses_to_buy currency annual_cost buy_cost annual_saving \
    annual_saving_known proof saving_at_most>}
    report apps: report<subscription_id product_name publisher kind channel storefront region cloud \
    pricing_model quantity assigned status activated_on expires_on billing_profile_id where_to_manage? \
    findings[]> parts{}
    report renewals: report<subscription_id product_name expires_on days_left auto_renew currency \
    renewal_value unused_value> parts{periods<period subscriptions currency renewal_value unused_value>}
    report invoice-summary: report<@months> parts{}
    report users: report<user_principal_name display_name department products licenses self_service \
    currency monthly_cost reclaimable> parts{}
    report departments: report<department users licenses currency monthly_cost reclaimable_cost> parts{}
    report export-users: report<purchaser_name user_principal_name display_name department product_id \
    product_name subscription_id acquisition assigned_on> parts{}

    # Pages of one thing
    @product_subscriptions: subscription_id purchaser_name status acquisition quantity assigned \
    available over_assigned reclaimable currency unit_price billing_frequency monthly_cost expires_on
    product: product{@detail product_id product_name kind publisher pricing_model policy changed_on \
    subscriptions users figures<@usage> \
    tables{figures<@usage> subscriptions<@product_subscriptions>}}
    subscription: subscription{@detail subscription_id product_id product_name kind publisher \
    pricing_model acquisition channel storefront region cloud status purchaser_name purchaser_email \
    purchased_on activated_on expires_on ended_on end_reason auto_renew quantity unit_price currency \
    billing_frequency billing_profile_id replaces_subscription_id assigned available over_assigned \
    reclaimable monthly_cost unused_monthly_cost purchase_price policy takeover where_to_manage? \
    assignments<@assignment> tables{assignments<@assignment>}}
    buyer: buyer{@detail purchaser_name purchaser_email purchases assigned \
    assignments<subscription_id product_name @assignment> \
    tables{purchases<@purchases> assignments<subscription_id product_name @assignment>}}
    @lines: line_number subscription_id product_id product_name charge_type service_start service_end \
    quantity unit_price currency charges azure_credit tax total rounding
    invoice: invoice{@detail invoice_id billing_profile_id name account_type document_type invoice_date \
    due_date paid_on period_start period_end status currency charges credits azure_credit subtotal tax \
    total amount_due lines_total difference lines<@lines> reconciliation<part lines amount> \
    tables{lines<@lines> reconciliation<part lines amount>}}
    @profile_invoices: invoice_id document_type invoice_date due_date status currency total amount_due
    @roles: user_principal_name display_name role
    billing_profile: billing_profile{@detail billing_profile_id name status currency country address \
    city postal_code contact_name contact_email payment_method card_expires_on po_number \
    months<@months> invoices<@profile_invoices> roles<@roles> \
    tables{months<@months> invoices<@profile_invoices> roles<@roles>}}

    # Other pages
    @broken: findings{total rules[rule severity title count url]}
    index: reports[name title question url count] @run @overview @sources @broken
    findings: @run @broken owners[kind id names[] url error violation warning note waived]
    finding-list: @run rule{@rule} findings{count first last rows[rule severity message help file line \
    column value waiver subject subject_url]}
    quarantine: @run quarantine{@quarantine first last downloads[table rows csv raw] list[file line \
    table rules[id title url] amounts[column label amount] unread text messages[]]}
    sources: @run @sources
    rules: rules[@rule]
    rule: rule{@rule}
    user-list: people{letter letters[label url current] sections[@detail user_principal_name \
    display_name department country assignee_kind account_enabled created_on last_sign_in_on licenses \
    reclaimable anchor tables{} assignments<product_id product_name subscription_id status acquisition \
    assigned_on currency monthly_cost reclaimable>]}
    """
}
