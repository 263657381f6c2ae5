import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ExchangeImportTests {
    @Test func `an object becomes a document, and what the sender says stays the sender's`() throws {
        let desk = try ExchangeDesk()
        try desk.put([
            ExchangeDesk.object("A-1") { object in
                object.people = ["Berta Beispiel, Dr."]
                object.organization = "Unknown Hospital"
                object.language = "de"
                object.isTranslation = true
                object.isRestricted = true
                object.isCopy = true
                object.siteSystemID = "S-9"
                object.expiryDate = Day("2030-01-31")
                object.retentionDate = Day("2050-01-31")
                object.artifactDate = Day("2024-02-01")
                object.dateDescription = "Approval"
                object.metadata = [EMSMetadata(name: "STUDYTYPE", value: "Blinded")]
                object.files[0].signatures = [
                    EMSSignature(
                        method: "Digital", user: "u", name: "N", time: "2024-01-01T00:00:00Z", reason: "Approval")
                ]
            }
        ])

        let receipt = try desk.load()

        #expect(receipt.report.problems == [] && receipt.report.counts == [1, 0, 0, 0])
        let document = try #require(try desk.desk.documents.first)
        #expect(document.facts.person == "p-beispiel" && document.facts.organization == nil)
        #expect(document.facts.isRestricted && document.facts.scope == .site(.germany, "101"))
        let facts = document.versions[0].facts
        #expect(facts.expiryDate == Day("2030-01-31") && facts.documentDate == Day("2024-02-01"))
        #expect(facts.copy?.kind == .copy && facts.label == "1.0" && facts.source.system == "CRO-1")
        #expect(facts.content?.digest == Digest(of: "A-1 1.0".utf8))
        // The sample study asks for quality control.
        #expect(facts.status == .filed)
        let statement = try #require(EMSStatement(facts))
        #expect(statement.organization == "Unknown Hospital" && statement.retentionDate == Day("2050-01-31"))
        #expect(statement.signatures.map(\.name) == ["N"] && statement.audit.map(\.user) == ["sender"])
        #expect(statement.metadata.map(\.name) == ["STUDYTYPE"] && statement.siteSystemID == "S-9")
        #expect(receipt.report.notices.contains { $0.column == "ORGANIZATIONNAME" })
        // Nothing of it is an event here.
        let history = try desk.desk.store.history(of: document.number, in: "ABC-101")
        #expect(history.map(\.event.name) == ["document.filed"])
        #expect(history.first?.by.reason?.contains("T-1") == true)
    }

    @Test func `the received exchange xml is kept, restricted if anything in it is`() throws {
        for isRestricted in [false, true] {
            let desk = try ExchangeDesk()
            try desk.put([ExchangeDesk.object("A-1") { $0.isRestricted = isRestricted }])
            let receipt = try desk.load()
            let kept = try #require(try desk.desk.documents.last)
            #expect(kept.facts.isRestricted == isRestricted)
            #expect(kept.versions[0].facts.content?.digest == receipt.transfers.first?.sha256)
            #expect(receipt.transfers.first?.document == kept.number)
        }
    }

    @Test func `versions come in their order, whatever that of the file`() throws {
        let desk = try ExchangeDesk()
        try desk.put([
            ExchangeDesk.object("A-1", version: "1.10"),
            ExchangeDesk.object("A-1", version: "1.9") { $0.state = .superseded },
            ExchangeDesk.object("A-1", version: "1.2") { $0.state = .superseded },
        ])
        let receipt = try desk.load()
        #expect(receipt.report.counts == [1, 2, 0, 0])
        #expect(try desk.desk.documents.first?.versions.map(\.facts.label) == ["1.2", "1.9", "1.10"])
    }

    @Test func `country level, translations and relations find their place`() throws {
        let desk = try ExchangeDesk()
        try desk.put([
            ExchangeDesk.object("T-1") { object in
                object.level = .country
                object.site = nil
                object.uniqueID = 66
                object.artifactNumber = "04.01.02"
                object.isTranslation = true
                object.note(.translationOf, "O-1")
                object.note(.relation, "supports O-1")
            },
            ExchangeDesk.object("O-1"),
        ])
        let receipt = try desk.load()
        #expect(receipt.report.problems == [], "\(receipt.report.problems)")
        let documents = try desk.desk.documents
        #expect(documents[0].facts.scope == .country(.germany))
        #expect(documents[0].facts.translationOf == "D-000002")
        #expect(
            try desk.desk.store.links(of: "ABC-101")
                == [DocumentLink(document: DocumentNumber(1), relation: .supports, target: DocumentNumber(2))])
    }

    @Test func `further files of an object become documents beside it`() throws {
        let desk = try ExchangeDesk()
        try desk.put(
            [
                ExchangeDesk.object("A-1") { $0.files.append(ExchangeDesk.file("05/scan.txt", text: "Scan")) },
                ExchangeDesk.object("A-1", version: "2.0") { object in
                    object.files.append(ExchangeDesk.file("05/scan2.txt", text: "Scan 2"))
                },
            ].enumerated().map { index, object in
                var object = object
                if index == 0 { object.state = .superseded }
                return object
            })
        let receipt = try desk.load()
        #expect(receipt.report.counts == [2, 2, 0, 0])
        let documents = try desk.desk.documents
        #expect(documents.count == 3)
        #expect(documents[0].versions.count == 2 && documents[1].versions.count == 2)
        #expect(documents[1].versions.compactMap { EMSStatement($0.facts)?.file } == [2, 2])
        #expect(try desk.load().report.counts == [0, 0, 4, 0])
    }

    @Test func `the unique id decides, and the drift is told`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1") { $0.artifactNumber = "05.02.99" }])
        let receipt = try desk.load()
        #expect(try desk.desk.documents.first?.facts.artifact == .investigatorCV)
        #expect(receipt.report.notices.contains { $0.column == "ARTIFACTNUMBER" && $0.message.contains("05.02.99") })
    }

    @Test func `the same transfer files nothing, a later one only what is new`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1"), ExchangeDesk.object("B-1")])
        _ = try desk.load()
        let head = try desk.desk.head
        #expect(try desk.load().report.counts == [0, 0, 2, 0])
        #expect(try desk.desk.head == head)

        try desk.put(
            [
                ExchangeDesk.object("A-1") { $0.state = .superseded }, ExchangeDesk.object("A-1", version: "2.0"),
                ExchangeDesk.object("C-1"),
                ExchangeDesk.object("B-1") { object in
                    object.isRestricted = true
                    object.title = "another"
                },
            ], in: "later", transfer: "T-2")
        let later = try desk.load(desk.folder("later"))
        #expect(later.report.counts == [1, 1, 2, 0])
        let documents = try desk.desk.documents
        #expect(documents[0].versions.count == 2)
        #expect(documents[1].facts.isRestricted && documents[1].facts.title == "CV B-1")
        #expect(later.report.notices.contains { $0.column == "OBJECTTITLE" })
        #expect(later.text.contains("A-1 version 2.0: new_version D-000001 version 2"))
    }

    @Test func `an obsolete record is filed and withdrawn`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1") { $0.state = .obsolete }])
        _ = try desk.load()
        let document = try #require(try desk.desk.documents.first)
        #expect(document.withdrawal?.reason.contains("obsolete, as 'CRO-1' states") == true)
        let head = try desk.desk.head
        _ = try desk.load()
        #expect(try desk.desk.head == head)
    }

    @Test(arguments: ["zip", "tar", "dry"])
    func `an archive is taken like a folder`(form: String) throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")], in: "pack/T-1")
        let archive = desk.folder(form == "tar" ? "t.tar" : "t.zip").string
        let outcome =
            form == "tar"
            ? try run("tar", "-cf", archive, "-C", desk.folder("pack").string, "T-1")
            : try run("sh", "-c", "cd \"$1\" && zip -qr \"$2\" T-1", "sh", desk.folder("pack").string, archive)
        #expect(outcome.status == 0)
        let receipt = try desk.load(FilePath(archive), dryRun: form == "dry")
        #expect(receipt.report.counts == [1, 0, 0, 0])
        #expect(try desk.desk.documents.count == (form == "dry" ? 0 : 2))
    }

    @Test func `a receipt says what became of each object, in JSON and in text`() throws {
        let desk = try ExchangeDesk()
        try desk.put([ExchangeDesk.object("A-1")])
        try desk.folder.write("x", to: "in/extra.txt")
        let receipt = try desk.load()
        let json = try JSON(parsing: receipt.json.line)
        #expect(json["read"] == 1 && json["filed"] == 1)
        let object = try #require(json["receipt"]?["objects"]?.array?.first)
        #expect(object["object"] == "A-1" && object["result"] == "filed" && object["document"] == "D-000001")
        #expect(json["receipt"]?["transfers"]?.array?.first?["agreement"] == "EA-1")
        #expect(receipt.text.contains("A-1 version 1.0: filed D-000001 version 1"))
        #expect(receipt.report.unlisted == ["extra.txt"] && receipt.text.contains("extra.txt"))
    }
}
