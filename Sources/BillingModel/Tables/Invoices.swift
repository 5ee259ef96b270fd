/// The table `invoices`.
public enum Invoices: TableTag {
  /// Which table.
  public static let id = TableID.invoices
}

extension Table<Invoices> {
  /// The column `invoice_id`.
  public var invoiceID: TextColumn<InvoiceID> { text("invoice_id") }
  /// The column `billing_profile_id`.
  public var billingProfileID: TextColumn<BillingProfileID> { text("billing_profile_id") }
  /// The column `account_type`.
  public var accountType: WordColumn<AccountType> { word("account_type") }
  /// The column `document_type`.
  public var documentType: WordColumn<DocumentType> { word("document_type") }
  /// The column `invoice_date`.
  public var invoiceDate: DateColumn { date("invoice_date") }
  /// The column `due_date`.
  public var dueDate: DateColumn { date("due_date") }
  /// The column `period_start`.
  public var periodStart: DateColumn { date("period_start") }
  /// The column `period_end`.
  public var periodEnd: DateColumn { date("period_end") }
  /// The column `paid_on`.
  public var paidOn: DateColumn { date("paid_on") }
  /// The column `currency`.
  public var currency: CurrencyColumn { currency("currency") }
  /// The column `charges`.
  public var charges: AmountColumn { amount("charges") }
  /// The column `credits`.
  public var credits: AmountColumn { amount("credits") }
  /// The column `azure_credit`.
  public var azureCredit: AmountColumn { amount("azure_credit") }
  /// The column `subtotal`.
  public var subtotal: AmountColumn { amount("subtotal") }
  /// The column `tax`.
  public var tax: AmountColumn { amount("tax") }
  /// The column `total`.
  public var total: AmountColumn { amount("total") }
  /// The column `amount_due`.
  public var amountDue: AmountColumn { amount("amount_due") }
  /// The column `status`.
  public var status: WordColumn<InvoiceStatus> { word("status") }
}
