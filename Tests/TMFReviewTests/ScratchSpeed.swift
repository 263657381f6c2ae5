import Foundation
import TMFModel
import TMFReview
import Testing

@Suite struct ScratchSpeed {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["SCRATCH"] != nil), arguments: [30_000, 150_000])
    func speed(count: Int) {
        let codes = ["DEU", "FRA", "GBR", "ESP", "ITA", "POL", "USA", "CAN", "JPN", "CHN", "BEL", "NLD", "AUT", "CHE", "SWE", "NOR", "DNK", "FIN", "CZE", "HUN"]
        let countries = codes.enumerated().map { c, code in
            Study.Country(code: country(code), sites: (0..<50).map { s in
                Study.Site(id: "\(c)-\(s)", activated: day("2024-03-01"), people: (0..<6).map {
                    .init(id: "p\(c)-\(s)-\($0)", name: "n", role: $0 == 0 ? "principal-investigator" : "sub-investigator", from: day("2024-01-01"))
                })
            })
        }
        let study = Study(id: "X", milestones: [.init(milestone: "02", actual: day("2024-01-20"))], countries: countries)
        var documents: [Document] = [
            document(1, trialProtocol, versions: (1...8).map { version($0, label: "\($0).0", dated: "202\($0 / 4 + 3)-0\($0 % 4 + 1)-05", received: nil, text: "v\($0)") })
        ]
        let site = [cv, qualification, agreement, training, signature, opinion, consent, petition, accreditation, ranges]
        let national = [permit, request, cover, opinion, consent]
        for n in 2...count {
            let c = n % 20, s = (n / 20) % 50
            let isNational = n % 10 == 0
            let artifact = isNational ? national[(n / 10) % 5] : site[(n / 7) % 10]
            documents.append(record(n, artifact, isNational ? codes[c] : "\(codes[c])/\(c)-\(s)", "2024-0\(n % 9 + 1)-05", label: "\(n % 8 + 1).0", subArtifact: artifact == qualification ? "ICH-GCP Evidence of Training" : nil, person: artifact == cv || artifact == qualification ? "p\(c)-\(s)-\(n % 6)" : nil, title: "A record number \(n)", expires: n % 3 == 0 ? "2025-05-05" : nil))
        }
        let clock = ContinuousClock()
        var made: Binder?
        let total = clock.measure { made = file(documents, study: study) }
        guard let binder = made else { return }
        var text = "\(count): binder \(total), findings \(binder.findings.count)\n"
        for check in Check.all { text += "  \(check.code) \(clock.measure { _ = check.findings(binder) })\n" }
        text += "  amendments \(clock.measure { _ = binder.amendments })\n"
        print(text)
    }
}
