#include "ReferenceModelData.h"

// #embed is C23. The compiler takes it in older modes too, and would say so each time. It also records the
// embedded files as dependencies, so that editing one of them compiles this file again.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char zones[] = {
#embed "3.3.1/zones.csv"
};
static const unsigned char sections[] = {
#embed "3.3.1/sections.csv"
};
static const unsigned char milestones[] = {
#embed "3.3.1/milestones.csv"
};
static const unsigned char artifacts[] = {
#embed "3.3.1/artifacts.csv"
};
static const unsigned char sub_artifacts[] = {
#embed "3.3.1/sub-artifacts.csv"
};
static const unsigned char expected[] = {
#embed "3.3.1/expected.csv"
};

static const unsigned char retention[] = {
#embed "retention.csv"
};

static const struct {
    const unsigned char *bytes;
    ptrdiff_t length;
} tables[TMF_RM_TABLES] = {
    [TMF_RM_ZONES] = {zones, sizeof zones},
    [TMF_RM_SECTIONS] = {sections, sizeof sections},
    [TMF_RM_MILESTONES] = {milestones, sizeof milestones},
    [TMF_RM_ARTIFACTS] = {artifacts, sizeof artifacts},
    [TMF_RM_SUB_ARTIFACTS] = {sub_artifacts, sizeof sub_artifacts},
    [TMF_RM_EXPECTED] = {expected, sizeof expected},
    [TMF_RM_RETENTION] = {retention, sizeof retention},
};

ptrdiff_t tmf_rm_length(ptrdiff_t table) {
    return table >= 0 && table < TMF_RM_TABLES ? tables[table].length : 0;
}

uint8_t tmf_rm_byte(ptrdiff_t table, ptrdiff_t index) {
    return index >= 0 && index < tmf_rm_length(table) ? tables[table].bytes[index] : 0;
}
