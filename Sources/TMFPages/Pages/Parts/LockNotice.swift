import TMFModel
import TMFReview

extension Sheet {
    /// What is locked, and what that means: of one scope, or of the whole study where none is named. Empty where nothing
    /// is locked.
    func lockNotice(covering scope: Scope?) -> HTML {
        let oversight = binder.snapshot.oversight
        let locks = scope.map { scope in [oversight.lock(covering: scope)].compactMap { $0 } } ?? oversight.locks
        var html: HTML = ""
        for lock in locks {
            let reason: HTML? = lock.reason.map { ": \(HTML.isolated($0))" }
            html += """
                <p class="notice">Locked: \(ScopeWords.words(lock.locking.scope)), \(HTML.instant(lock.at)) by \
                \(HTML.isolated(lock.by))\(reason). What was filed there since is an addendum, and marked as one.</p>

                """
        }
        return html
    }
}
