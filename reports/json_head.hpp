// How the JSON documents of all commands begin (docs/formats.md): the version of the format, the program's, the report.
#pragma once

#include "engine/dataset/dataset.hpp"
#include "reports/json_writer.hpp"

namespace crossfoot::reports {

// Into an object that has begun: `format` and `crossfoot`; and `report` after them.
void write_format(JsonWriter& json);
void write_head(JsonWriter& json, const Manifest& manifest);

}  // namespace crossfoot::reports
