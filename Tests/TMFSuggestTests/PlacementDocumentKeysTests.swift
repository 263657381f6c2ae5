import TMFSuggest
import TMFModel
import Testing

@Suite struct PlacementDocumentKeysTests {
    @Test func `versions of one document share a key, others have none`() throws {
        let keys = try keys(of: [
            "05.02.04/101/CV_Beispiel_v1.0.pdf", "05.02.04/101/CV_Beispiel_v2.0.pdf",
            "05.02.04/102/CV_Schmidt_v1.0.pdf",
            "02.01.02/Protocol.pdf", "02.01.02/Protocol v2.pdf",
        ])
        #expect(keys == ["05.02.04/DEU/101/cv-beispiel", "05.02.04/DEU/101/cv-beispiel", nil, nil, nil])
    }

    @Test func `two files with one label are not chained`() throws {
        let keys = try keys(of: ["02.01.02/Protocol v1.pdf", "02.01.02/Protocol v1.docx", "02.01.02/Protocol v2.pdf"])
        #expect(keys == [nil, nil, nil])
    }

    @Test func `languages of one title are different documents`() throws {
        let keys = try keys(of: [
            "02.02.03/DEU/ICF_DE_v1.pdf", "02.02.03/DEU/ICF_DE_v2.pdf", "02.02.03/DEU/ICF_EN_v1.pdf",
            "02.02.03/DEU/ICF_EN_v2.pdf",
        ])
        #expect(keys == ["02.02.03/DEU/icf/de", "02.02.03/DEU/icf/de", "02.02.03/DEU/icf/en", "02.02.03/DEU/icf/en"])
    }

    @Test func `a file that was not placed has no key`() throws {
        #expect(try keys(of: ["scan v1.pdf", "scan v2.pdf"]) == [nil, nil])
    }

    private func keys(of paths: [String]) throws -> [String?] {
        DocumentKeys.assign(to: try PlacementFixture.placements(of: paths))
    }
}
