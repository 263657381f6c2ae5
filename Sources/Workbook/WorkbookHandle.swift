import CXLSXWriter

/// Owns the library's workbook, and frees it once: when it is packed, or when it goes out of scope without that.
final class WorkbookHandle {
    /// Nil after `close`.
    private(set) var pointer: UnsafeMutablePointer<lxw_workbook>?

    init(owning pointer: UnsafeMutablePointer<lxw_workbook>) { self.pointer = pointer }

    deinit { if let pointer { lxw_workbook_free(pointer) } }

    /// Packs the workbook into its file. Frees it, whatever comes out.
    func close() -> lxw_error {
        guard let pointer = pointer.take() else { return LXW_ERROR_NULL_PARAMETER_IGNORED }
        return workbook_close(pointer)
    }
}
