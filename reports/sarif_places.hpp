// Places as SARIF writes them: artifacts, regions, locations with their messages; and texts as its messages want them.
#pragma once

#include <string>
#include <string_view>

#include "engine/dataset/dataset.hpp"
#include "engine/language/ast.hpp"
#include "reports/json_writer.hpp"
#include "reports/page.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports {

// A text as a SARIF message string: `{0}` would be a placeholder and `[a](b)` a link there.
[[nodiscard]] std::string sarif_text(std::string_view text);
// The same as the text of a link.
[[nodiscard]] std::string sarif_link_text(std::string_view text);

// `"key": {"text": …}`.
void sarif_message(JsonWriter& json, std::string_view key, std::string_view text);
// error, warning, note.
[[nodiscard]] std::string_view sarif_level(ast::Severity severity);

class SarifPlaces {
public:
    // All are used as long as this is.
    SarifPlaces(const Dataset& dataset, const Page& page, JsonWriter& json)
        : dataset_(&dataset), page_(&page), json_(&json), places_(dataset.sources) {}

    // `"artifacts": [...]`: every file of the dataset and of its rules; its index is its FileId.
    void artifacts();
    // `"physicalLocation": {...}` of a valid span.
    void physical(Span span);
    // Its parts: `"artifactLocation": {...}`, and a region under a name.
    void artifact_location(FileId file);
    void region(std::string_view key, Span span);

private:
    const Dataset* dataset_;
    const Page* page_;
    JsonWriter* json_;
    Places places_;
};

}  // namespace crossfoot::reports
