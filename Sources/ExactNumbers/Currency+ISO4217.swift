extension Currency {
  struct Entry: Sendable {
    let code: String
    let minorUnits: Int
  }

  /// The codes of ISO 4217 (2024, with those withdrawn since 2018 that old invoices still name), by
  /// number of decimals. Funds codes without a minor unit (XAU, XDR, …) are no billing currencies.
  private static let codes: [(minorUnits: Int, codes: String)] = [
    (
      0,
      """
      BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
      """
    ),
    (
      2,
      """
      AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP
      BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR
      FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR
      KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
      MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK
      SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN
      UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL
      """
    ),
    (
      3,
      """
      BHD IQD JOD KWD LYD OMR TND
      """
    ),
    (
      4,
      """
      CLF UYW
      """
    ),
  ]

  static let list: [Entry] = codes.flatMap { group in
    group.codes.split { $0 == " " || $0 == "\n" }.map {
      Entry(code: String($0), minorUnits: group.minorUnits)
    }
  }.sorted { $0.code < $1.code }

  static let indexOfKey: [UInt32: UInt16] = Dictionary(
    uniqueKeysWithValues: list.enumerated().map { index, entry in
      (entry.code.utf8.reduce(0) { $0 << 8 | UInt32($1) }, UInt16(index))
    })
}
