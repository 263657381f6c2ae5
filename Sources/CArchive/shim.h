#include <archive.h>
#include <archive_entry.h>

// Macros with a cast, which Swift does not import.
static const unsigned int archive_kind_mask = AE_IFMT;
static const unsigned int archive_kind_file = AE_IFREG;
static const unsigned int archive_kind_folder = AE_IFDIR;
static const unsigned int archive_kind_link = AE_IFLNK;
