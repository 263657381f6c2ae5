import Glibc

/// The locale and time zone that libarchive works in, the same on every machine.
///
/// In the "C" locale, a Swift program's default, it cannot convert a name that is not ASCII, and its tar writer
/// crashes on one. Times in a ZIP go through the process's time zone, so that another zone gives other bytes.
enum ArchiveLocale {
    /// Sets both once. Every reader and writer asks for this first.
    static let ready: Bool = {
        let set = setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "en_US.UTF-8")
        setenv("TZ", "UTC", 1)
        tzset()
        return set != nil
    }()
}
