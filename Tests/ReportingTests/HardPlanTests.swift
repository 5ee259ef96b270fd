import Reporting
import Testing

/// Problems that the search could not prove while it knew no bound of whole purchases: 20 million steps did
/// not suffice. The costs are those that a mixed-integer solver (HiGHS) proved for them.
struct HardPlanTests {
  struct HardCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let people: [Int]
    let costs: [Int128]
    let available: [Int]
    let prices: [Int128?]
    let cheapest: Int128

    var problem: MoveProblem {
      MoveProblem(
        purchases: zip(people, costs).map { .init(people: $0, cost: $1) },
        targets: zip(available, prices).map { .init(available: $0, price: $1) })
    }
  }

  @Test(arguments: [
    HardCase(
      testDescription: "30 to 50 people, five nearly full subscriptions",
      people: [
        49, 30, 49, 31, 33, 41, 41, 30, 46, 49, 30, 32, 39, 31, 40, 48, 49, 30, 45, 45, 33,
        50, 43, 40,
      ],
      costs: [
        884_989, 430_920, 219_079, 373_426, 267_333, 107_830, 294_913, 567_240, 543_076,
        210_259, 282_780, 604_448, 224_796, 378_572, 549_400, 687_360, 943_985, 410_130,
        580_095, 465_165, 617_397, 189_750, 718_788, 628_040,
      ],
      available: [189, 183, 185, 171, 179],
      prices: [18_294, nil, 19_867, nil, 10_654],
      cheapest: 171_754),
    HardCase(
      testDescription: "six subscriptions at one price",
      people: [
        30, 31, 36, 30, 6, 27, 25, 39, 27, 31, 17, 20, 27, 38, 1, 21, 31, 14, 28, 28, 28, 4,
        8, 15,
      ],
      costs: [
        187_920, 264_275, 457_992, 401_400, 114_246, 425_547, 46_675, 414_726, 327_834,
        251_379, 320_093, 88_680, 76_194, 552_216, 13_374, 47_082, 153_667, 231_924, 283_248,
        322_112, 416_444, 3056, 50_408, 48_840,
      ],
      available: [85, 86, 85, 90, 86, 85],
      prices: [13_986, 13_986, 13_986, 13_986, 13_986, 13_986],
      cheapest: 93_757),
    HardCase(
      testDescription: "eight that sell nothing",
      people: [
        38, 38, 45, 37, 7, 34, 32, 49, 34, 39, 21, 25, 34, 47, 1, 26, 39, 17, 35, 35, 35, 5,
        10, 19,
      ],
      costs: [
        238_032, 323_950, 572_490, 495_060, 133_287, 535_874, 59_744, 521_066, 412_828,
        316_251, 395_409, 110_850, 95_948, 683_004, 13_374, 58_292, 193_323, 281_622, 354_060,
        402_640, 520_555, 3820, 63_010, 61_864,
      ],
      available: [79, 88, 88, 83, 84, 82, 87, 79],
      prices: [nil, nil, nil, nil, nil, nil, nil, nil],
      cheapest: 59_744),
    HardCase(
      testDescription: "eight that sell nothing, small and large purchases",
      people: [
        33, 40, 25, 40, 1, 34, 20, 17, 38, 6, 43, 31, 28, 34, 30, 45, 7, 23, 3, 23, 39, 6, 23,
        6,
      ],
      costs: [
        519_882, 93_920, 204_475, 206_320, 11_267, 338_334, 244_460, 248_081, 636_310, 57_060,
        718_917, 61_752, 138_544, 258_162, 288_030, 591_300, 109_109, 408_572, 27_825,
        116_679, 226_746, 20_454, 265_972, 44_232,
      ],
      available: [68, 69, 69, 74, 71, 66, 75, 73],
      prices: [nil, nil, nil, nil, nil, nil, nil, nil],
      cheapest: 61_752),
    HardCase(
      testDescription: "four with a third of the licences too few",
      people: [
        28, 1, 29, 3, 6, 16, 17, 1, 24, 29, 2, 4, 14, 2, 15, 26, 29, 1, 23, 23, 5, 30, 19, 15,
      ],
      costs: [
        505_708, 14_364, 129_659, 36_138, 48_606, 42_080, 122_281, 18_908, 283_344, 124_439,
        18_852, 75_556, 80_696, 24_424, 206_025, 372_320, 558_685, 13_671, 296_493, 237_751,
        93_545, 113_850, 317_604, 235_515,
      ],
      available: [70, 73, 79, 52],
      prices: [27_061, nil, 12_793, 28_074],
      cheapest: 361_065),
  ])
  func aCaseThatTookTooLongIsProven(test: HardCase) throws {
    let plan = try #require(test.problem.cheapestPlan())
    #expect(plan.cost == test.cheapest)
    #expect(plan.isProven)
    #expect(test.problem.value(of: plan.choices)?.cost == test.cheapest)
    #expect(plan.steps < 10_000_000)
  }
}
