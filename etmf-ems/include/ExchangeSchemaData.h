#pragma once

#include <stddef.h>
#include <stdint.h>

// The schema of exchange.xml, byte for byte as it stands in the XSD beside this folder.
// Read by index: no pointer reaches the caller, so code under strict memory safety may call it.
// `ptrdiff_t` is `Int` in Swift.

/// The number of bytes of the schema.
ptrdiff_t tmf_ems_schema_length(void);

/// The byte at `index`, counted from 0; 0 where there is none.
uint8_t tmf_ems_schema_byte(ptrdiff_t index);
