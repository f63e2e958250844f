// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "rapporteur",
    products: [
        .library(name: "MeetingReports", targets: ["MeetingReports"]),
        .executable(name: "rapporteur", targets: ["rapporteur"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    ],
    targets: [
        // The system's libxml2. LibXML is the only target that imports it.
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        // The files of Schemas/, compiled in with C23 #embed.
        .target(name: "CSchemas"),
        .target(name: "LibXML", dependencies: ["CLibXML2"], swiftSettings: swiftSettings),
        .target(
            name: "MeetingReports",
            dependencies: ["LibXML", "CSchemas", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["Text/Names"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "RapporteurCLI",
            dependencies: [
                "MeetingReports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(name: "rapporteur", dependencies: ["RapporteurCLI"], swiftSettings: swiftSettings),
        .target(
            name: "TestSupport",
            dependencies: ["MeetingReports"],
            path: "Tests/TestSupport",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "LibXMLTests", dependencies: ["LibXML", "TestSupport"], swiftSettings: swiftSettings),
        .testTarget(
            name: "MeetingReportsTests",
            dependencies: ["MeetingReports", "LibXML", "TestSupport"],
            exclude: ["AkomaNtoso/Foreign", "Conversion/Golden", "Reporting/Golden", "Text/Golden"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "RapporteurCLITests",
            dependencies: ["RapporteurCLI", "MeetingReports", "TestSupport", "rapporteur"],
            exclude: ["Golden"],
            swiftSettings: swiftSettings
        ),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// The fuzzer is built by Scripts/fuzz alone: it needs libFuzzer.
if Context.environment["RAPPORTEUR_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["MeetingReports", "TestSupport"], path: "Tests/Fuzz",
            swiftSettings: swiftSettings))
}
