#pragma once

#include <stddef.h>
#include <stdint.h>

// The tables of the reference model, byte for byte as they stand in the CSV files beside this folder.
// Read by index: no pointer reaches the caller, so code under strict memory safety may call it.
// `ptrdiff_t` is `Int` in Swift.

/// The tables. Each refers only to those before it.
enum {
    TMF_RM_ZONES,
    TMF_RM_SECTIONS,
    TMF_RM_MILESTONES,
    TMF_RM_ARTIFACTS,
    TMF_RM_SUB_ARTIFACTS,
    TMF_RM_EXPECTED,
    TMF_RM_RETENTION, // of no model: how long records are kept
    TMF_RM_TABLES, // how many there are
};

/// The number of bytes in `table`; 0 if there is no such table.
ptrdiff_t tmf_rm_length(ptrdiff_t table);

/// The byte of `table` at `index`, counted from 0; 0 where there is none.
uint8_t tmf_rm_byte(ptrdiff_t table, ptrdiff_t index);
