// swift-tools-version: 6.2
import PackageDescription

/// Paths that may hold any bytes.
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "TMFKit",
    products: [
        .library(
            name: "TMFKit",
            targets: [
                "TMFModel", "TMFFormats", "TMFStore", "TMFReview", "TMFPages", "TMFSuggest", "TMFIntake", "TMFPackage",
            ])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C headers, and the owners of one C resource each. They know no trial.
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CDisk"),
        .target(name: "Disk", dependencies: ["CDisk", systemPackage]),
        .target(name: "CProgram"),
        .target(name: "Program", dependencies: ["CProgram", systemPackage]),
        .target(
            name: "Archive",
            dependencies: ["CArchive", "CDeflate", "CZlib", "Disk", systemPackage]),
        .target(name: "XML", dependencies: ["CXML2", systemPackage]),
        .target(name: "Workbook", dependencies: ["CXLSXWriter", systemPackage]),

        // The tables of the reference model, compiled into the binary.
        .target(
            name: "ReferenceModelData", path: "tmf-reference-model", exclude: ["README.md", "3.3.1", "retention.csv"],
            sources: ["ReferenceModelData.c"], publicHeadersPath: "include"),
        // The schema of the exchange standard, compiled into the binary.
        .target(
            name: "ExchangeSchemaData", path: "etmf-ems",
            exclude: ["README.md", "TmfReferenceModelExchange-22.1.xsd", "examples"], sources: ["ExchangeSchemaData.c"],
            publicHeadersPath: "include"),

        // The house, in the direction the documents flow.
        .target(name: "TMFModel", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "TMFFormats",
            dependencies: [
                "TMFModel", "Archive", "Disk", "XML", "ReferenceModelData", "ExchangeSchemaData",
                .product(name: "Yams", package: "Yams"), systemPackage,
            ]),
        .target(
            name: "TMFStore",
            dependencies: [
                "TMFModel", "Disk",
                .product(name: "GRDB", package: "GRDB.swift"), systemPackage,
            ]),
        .target(name: "TMFReview", dependencies: ["TMFModel"]),
        .target(name: "TMFPages", dependencies: ["TMFModel", "TMFReview"]),
        .target(name: "TMFSuggest", dependencies: ["TMFModel"]),
        .target(
            name: "TMFIntake",
            dependencies: [
                "TMFModel", "TMFStore", "TMFFormats", "TMFSuggest", "Archive", "Disk", "Program", "Workbook", "XML",
                systemPackage,
            ]),
        .target(
            name: "TMFPackage",
            dependencies: [
                "TMFModel", "TMFStore", "TMFFormats", "TMFReview", "TMFPages", "Archive", "Disk", "Workbook", "XML",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                systemPackage,
            ]),
        .target(
            name: "TMFBrowser",
            dependencies: [
                "TMFModel", "TMFFormats", "TMFStore", "TMFReview", "TMFPages", "TMFPackage",
                "Disk", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                systemPackage,
            ]),
        .executableTarget(
            name: "tmf",
            dependencies: [
                "TMFModel", "TMFFormats", "TMFStore", "TMFReview", "TMFPages", "TMFSuggest", "TMFIntake", "TMFPackage",
                "TMFBrowser", "Archive", "Disk", "Workbook", "XML", systemPackage,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests, one target for each of ours. What they share is a target, too.
        .target(name: "TMFTestSupport", dependencies: ["TMFModel", systemPackage], path: "Tests/TMFTestSupport"),
        .executableTarget(
            name: "ImportProbe",
            dependencies: ["TMFModel", "TMFFormats", "TMFStore", "TMFIntake", "TMFTestSupport", systemPackage],
            path: "Tests/ImportProbe"),
        .executableTarget(
            name: "JudgingStudy",
            dependencies: ["TMFModel", "TMFFormats", "TMFStore", "TMFTestSupport", systemPackage],
            path: "Tests/JudgingStudy"),
        .testTarget(name: "DiskTests", dependencies: ["Disk", systemPackage]),
        .testTarget(name: "ProgramTests", dependencies: ["Program", "TMFTestSupport", systemPackage]),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive", systemPackage]),
        .testTarget(name: "XMLTests", dependencies: ["XML", systemPackage]),
        .testTarget(name: "WorkbookTests", dependencies: ["Workbook", "TMFTestSupport", systemPackage]),
        .testTarget(name: "TMFModelTests", dependencies: ["TMFModel", "TMFTestSupport"]),
        .testTarget(name: "TMFFormatsTests", dependencies: ["TMFFormats", "TMFModel", "TMFTestSupport", "XML", systemPackage]),
        .testTarget(
            name: "TMFStoreTests",
            dependencies: [
                "TMFModel", "TMFStore", "TMFIntake", "Disk", "TMFTestSupport", systemPackage,
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "TMFReviewTests", dependencies: ["TMFModel", "TMFFormats", "TMFReview"]),
        .testTarget(name: "TMFPagesTests", dependencies: ["TMFPages", "TMFReview", "TMFModel"]),
        .testTarget(name: "TMFSuggestTests", dependencies: ["TMFSuggest", "TMFModel"]),
        .testTarget(
            name: "TMFIntakeTests",
            dependencies: [
                "TMFModel", "TMFFormats", "TMFStore", "TMFIntake", "Archive", "Disk", "Program", "TMFTestSupport",
                "ImportProbe", systemPackage,
            ]),
        .testTarget(
            name: "TMFPackageTests",
            dependencies: [
                "TMFPackage", "TMFModel", "TMFFormats", "TMFStore", "TMFReview", "TMFPages", "TMFIntake",
                "TMFTestSupport", systemPackage,
            ]),
        .testTarget(
            name: "TMFBrowserTests",
            dependencies: [
                "TMFBrowser", "Disk", "TMFModel", "TMFFormats", "TMFStore", "TMFIntake", "TMFPackage", "TMFPages",
                "TMFReview", systemPackage,
            ]),
        .testTarget(
            name: "TMFCommandTests",
            dependencies: [
                "tmf", "TMFModel", "TMFFormats", "TMFIntake", "TMFStore", "Disk", "TMFTestSupport", systemPackage,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

/// The targets that own a C resource. Unsafe memory stays in them; the compiler keeps it there.
let owners: Set = ["Disk", "Archive", "XML", "Workbook", "Program"]

/// Targets in C.
let embedded: Set = ["ReferenceModelData", "ExchangeSchemaData", "CProgram"]

for target in package.targets where target.type != .system && !embedded.contains(target.name) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
    if !owners.contains(target.name) {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
