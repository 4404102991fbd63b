// swift-tools-version: 6.2
import PackageDescription

// A pure core, thin edges. Which module may import which is the design of this
// program: see Documentation/Architecture.md before adding an arrow.

let ours: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "ringbuoy",
    products: [
        .executable(name: "ringbuoy", targets: ["ringbuoy"]),
        .executable(name: "ringbuoy-bench", targets: ["RingbuoyBench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The pure core: no Foundation, no clock, no disk.
        .target(
            name: "HotlineDomain",
            exclude: ["CaseFields/README.md", "CodeLists/README.md", "EmergencyNumbers/README.md"],
            resources: [
                .embedInCode("CaseFields/Data"), .embedInCode("CodeLists/Data"),
                .embedInCode("EmergencyNumbers/Data"),
            ], swiftSettings: ours),
        .target(name: "TerminalUI", swiftSettings: ours),
        .target(name: "CCatalogue"),
        .target(name: "Wording", dependencies: ["CCatalogue"], exclude: ["Catalogue"], swiftSettings: ours),

        // Values from values.
        .target(name: "HotlineReports", dependencies: ["HotlineDomain"], swiftSettings: ours),
        .target(
            name: "HotlineSwitch", dependencies: ["HotlineDomain"], exclude: ["README.md"], swiftSettings: ours),

        // The edges: each is the only importer of one foreign thing.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "WorkbookXLSX", dependencies: ["HotlineReports", "CXlsxWriter"],
            swiftSettings: ours),
        .target(name: "TerminalCurses", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: ours),
        .target(
            name: "HotlineProfiles",
            dependencies: ["HotlineDomain", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: ours),
        .target(
            name: "HotlineStore",
            dependencies: [
                "HotlineDomain", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: ours),
        .target(
            name: "StoreSQLite",
            dependencies: [
                "HotlineStore", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: ours),
        .target(name: "StorePostgres", dependencies: ["HotlineStore", "CPostgres"], swiftSettings: ours),

        // What people use.
        .target(
            name: "HotlinePractice", dependencies: ["HotlineStore", "HotlineDomain"],
            resources: [.embedInCode("Words/Data")], swiftSettings: ours),
        .target(
            name: "HotlineConsole",
            dependencies: [
                "TerminalUI", "HotlineReports", "HotlineStore", "HotlineSwitch", "HotlineDomain", "Wording",
            ],
            swiftSettings: ours),
        .executableTarget(
            name: "ringbuoy",
            dependencies: [
                "HotlineConsole", "HotlinePractice", "HotlineProfiles", "HotlineReports", "HotlineStore",
                "HotlineSwitch", "HotlineDomain", "StorePostgres", "StoreSQLite", "TerminalCurses", "TerminalUI",
                "WorkbookXLSX", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                // The digest that Asterisk's login asks for.
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: ours),

        .testTarget(name: "HouseRulesTests", swiftSettings: ours),
        // What things cost: `make bench`. Not part of the program, and no test.
        .executableTarget(
            name: "RingbuoyBench",
            dependencies: [
                "HotlineConsole", "HotlineDomain", "HotlinePractice", "HotlineProfiles", "HotlineReports",
                "HotlineStore", "HotlineSwitch", "StorePostgres", "StoreSQLite",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: ours),

        // A server of the tests' own, gone with them.
        .target(name: "PostgresCluster", path: "Tests/PostgresCluster", swiftSettings: ours),
        // An engine of the tests' own, around another one.
        .target(
            name: "WrappingEngine", dependencies: ["HotlineStore"], path: "Tests/WrappingEngine",
            swiftSettings: ours),
        .testTarget(name: "HotlineDomainTests", dependencies: ["HotlineDomain", "Wording"], swiftSettings: ours),
        .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TerminalCurses"], swiftSettings: ours),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "HotlineDomain"], swiftSettings: ours),
        .testTarget(
            name: "HotlineProfilesTests", dependencies: ["HotlineProfiles", "HotlineDomain", "Wording"],
            swiftSettings: ours),
        .testTarget(
            name: "HotlineStoreTests",
            dependencies: [
                "PostgresCluster", "StorePostgres", "StoreSQLite", "HotlineStore", "HotlineReports", "HotlineDomain",
                "WrappingEngine",
            ],
            swiftSettings: ours),
        .testTarget(
            name: "HotlineReportsTests",
            dependencies: [
                "HotlineReports", "HotlineDomain", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: ours),
        .testTarget(
            name: "WorkbookXLSXTests", dependencies: ["WorkbookXLSX", "HotlineReports"],
            swiftSettings: ours),
        .testTarget(
            name: "HotlineSwitchTests", dependencies: ["HotlineSwitch", "HotlineReports", "HotlineDomain"],
            exclude: ["Recordings"], swiftSettings: ours),
        .testTarget(
            name: "HotlinePracticeTests",
            dependencies: [
                "HotlinePractice", "HotlineReports", "HotlineProfiles", "PostgresCluster", "StorePostgres",
                "StoreSQLite", "HotlineStore", "HotlineDomain",
            ],
            swiftSettings: ours),
        .testTarget(
            name: "RingbuoyTests",
            dependencies: [
                "ringbuoy", "HotlineConsole", "HotlineReports", "HotlineDomain", "HotlineStore", "HotlineSwitch",
                "PostgresCluster", "StorePostgres", "StoreSQLite", "Wording", "WorkbookXLSX", "WrappingEngine",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: ours),
        .testTarget(
            name: "HotlineConsoleTests",
            dependencies: [
                "HotlineConsole", "HotlineReports", "HotlineStore", "HotlineSwitch", "HotlineDomain", "StoreSQLite",
                "TerminalUI", "Wording", "WrappingEngine",
            ],
            exclude: ["Golden"], swiftSettings: ours),
    ],
    swiftLanguageModes: [.v6],
    // `#embed` in CCatalogue.
    cLanguageStandard: .c2x
)
