#include <zlib.h>

// inflateInit2 is a macro in zlib's header, which Swift does not import. A negative window means raw deflate.
static inline int zlib_inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -15);
}
