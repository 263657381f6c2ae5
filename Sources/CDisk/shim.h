// No header is included here, so that Swift sees one declaration of each C type, that of its own Glibc module.

// Linux calls that the C library declares for _GNU_SOURCE alone, which Swift does not set.
extern int syncfs(int descriptor);
extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
extern void *memmem(const void *text, unsigned long text_size, const void *mark, unsigned long mark_size);

// From malloc.h, which is in no module: what M_ARENA_MAX and M_MMAP_THRESHOLD are there.
extern int mallopt(int parameter, int value);
extern int malloc_trim(unsigned long kept);
static const int disk_malloc_pools = -8;
static const int disk_malloc_long = -3;

// Fail if the target exists (RENAME_NOREPLACE).
static const unsigned int disk_rename_no_replace = 1;

// openat takes variable arguments, which Swift does not import.
extern int openat(int folder, const char *name, int flags, ...);

static inline int disk_open_at(int folder, const char *name, int flags) {
    return openat(folder, name, flags);
}

// Reading and writing past the page cache (O_DIRECT), also declared for _GNU_SOURCE alone. Its value is the processor's.
#if defined(__aarch64__) || defined(__arm__)
static const int disk_past_cache = 0200000;
#elif defined(__powerpc__)
static const int disk_past_cache = 0400000;
#else
static const int disk_past_cache = 040000;
#endif
