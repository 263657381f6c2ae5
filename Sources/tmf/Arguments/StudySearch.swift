import TMFModel
import TMFReview
import TMFStore

/// Finds documents of a study by what is said of them and by what their files say.
struct StudySearch {
    let opened: OpenedStudy
    let day: AsOfOption
    /// So many documents are handed back.
    let limit: Int

    struct Answer {
        /// How many there are, and the first of them.
        var count = 0
        var hits: [(hit: DocumentSearch.Hit, document: Document)] = []
        let examined: Examined?

        /// A hit with the place where a file says it.
        fileprivate func found(
            _ hit: DocumentSearch.Hit, _ document: Document, _ text: String
        ) throws -> (DocumentSearch.Hit, Document) {
            guard hit.field == .text, let examined else { return (hit, document) }
            var hit = hit
            hit.passage = try TextPassage.first(of: SearchQuery(text), in: document) { try examined.text(of: $0) }
            return (hit, document)
        }
    }

    /// More candidates than this are handed back by number instead of by where the words were found.
    private static let mostRanked = 1_000

    func answer(_ text: String) throws -> Answer {
        guard day.asOf == nil, let study = try opened.store.currentStudy(opened.study) else {
            return try pastAnswer(text)
        }
        let names = SearchNames(study: study, model: try opened.model())
        guard let examined = try opened.searchIndex(names) else { return try pastAnswer(text) }
        return try indexedAnswer(text, names, examined)
    }

    /// Asks the index which documents come into question, and reads those.
    private func indexedAnswer(_ text: String, _ names: SearchNames, _ examined: Examined) throws -> Answer {
        var answer = Answer(examined: examined)
        var both: Set<DocumentNumber>?
        var described: Set<DocumentNumber>?
        var texts: [SearchQuery.Term: [DocumentNumber]] = [:]
        for term in SearchQuery(text).terms {
            let found = try examined.documents(answering: term.expression, in: opened.study)
            texts[term] = found.texts
            let records = Set(found.records)
            described = described?.intersection(records) ?? records
            let all = records.union(found.texts)
            both = both?.intersection(all) ?? all
        }
        let first = (described ?? []).sorted()
        let rest = (both ?? []).subtracting(described ?? []).sorted()
        let numbers = (first + rest).prefix(max(limit, Self.mostRanked))
        let wanted = Set(numbers)
        let documents = try opened.store.documents(numbers.sorted(), in: opened.study)
        let hits = DocumentSearch(documents, names: names).hits(for: text) { term in
            (texts[term] ?? []).filter(wanted.contains)
        }
        // Of those that were read the count is exact.
        answer.count = hits.count + first.count + rest.count - numbers.count
        let byNumber = Dictionary(documents.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        answer.hits = try hits.prefix(limit).compactMap { hit in
            try byNumber[hit.document].map { try answer.found(hit, $0, text) }
        }
        return answer
    }

    /// Reads every document: of a past day, or where there can be no index.
    private func pastAnswer(_ text: String) throws -> Answer {
        let snapshot = try opened.snapshot(day)
        let names = SearchNames(study: snapshot.study, model: try opened.model())
        let examined = try opened.store.examined()
        let holders = ContentHolders(snapshot.documents)
        let hits = try DocumentSearch(snapshot.documents, names: names).hits(for: text) { term in
            try holders.documents(holding: examined?.contents(answering: term.expression) ?? [])
        }
        var answer = Answer(examined: examined)
        answer.count = hits.count
        answer.hits = try hits.prefix(limit).compactMap { hit in
            try snapshot.document(hit.document).map { try answer.found(hit, $0, text) }
        }
        return answer
    }
}
