#include "reports/json_head.hpp"

#include "reports/version.hpp"

namespace crossfoot::reports {

void write_format(JsonWriter& json) {
    json.key("format"), json.number(1);
    json.member("crossfoot", version());
}

void write_head(JsonWriter& json, const Manifest& manifest) {
    write_format(json);
    json.key("report");
    json.begin_object(JsonWriter::Layout::inline_);
    json.member("id", manifest.id);
    json.member("title", manifest.title);
    json.member("language", to_string(manifest.language));
    json.end_object();
}

}  // namespace crossfoot::reports
