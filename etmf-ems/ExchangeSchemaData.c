#include "ExchangeSchemaData.h"

// #embed is C23. The compiler takes it in older modes too, and would say so each time. It also records the
// embedded file as a dependency, so that another schema compiles this file again.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "TmfReferenceModelExchange-22.1.xsd"
};

ptrdiff_t tmf_ems_schema_length(void) {
    return sizeof schema;
}

uint8_t tmf_ems_schema_byte(ptrdiff_t index) {
    return index >= 0 && index < tmf_ems_schema_length() ? schema[index] : 0;
}
