/// The name and version of this software, as packages and pages state it.
public enum Software {
    public static let version = "0.1.0"
    public static let name = "TMFKit \(version)"
}
