import TMFModel

/// Which documents translate which, as far as they can be told.
struct Translations {
    /// Pairs in the order of the translations' numbers; without withdrawn documents.
    let pairs: [(translation: Document, original: Document)]

    init(_ binder: Binder) {
        let documents = binder.snapshot.documents
        let translations = documents.filter { $0.withdrawal == nil && $0.facts.translationOf != nil }
        guard !translations.isEmpty else {
            pairs = []
            return
        }
        var keys: [String: Int] = [:]
        for (place, document) in documents.enumerated() where document.withdrawal == nil {
            if let key = document.facts.key { keys[key] = place }
        }
        pairs = translations.compactMap { translation in
            guard let named = translation.facts.translationOf else { return nil }
            let original =
                keys[named].map { documents[$0] } ?? DocumentNumber(named).flatMap { binder.snapshot.document($0) }
            guard let original, original.withdrawal == nil, original.number != translation.number else { return nil }
            return (translation, original)
        }
    }
}
