// Any bytes as a rule file: no crash, every place inside the file, and what is right prints to what parses to the same
// tree and prints the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/language/parse.hpp"
#include "engine/language/print.hpp"

namespace {

using namespace crossfoot;

void require(bool truth) {
    if (!truth) std::abort();
}

void require_inside(const SourceMap& sources, Span span) {
    require(span.valid() && span.file < sources.size() && span.begin <= span.end);
    require(span.end <= sources.file(span.file).text().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    SourceMap sources;
    Diagnostics diagnostics;
    const ast::File file = parse_rules(sources.add("fuzz.xf", std::string(reinterpret_cast<const char*>(data), size)), sources, diagnostics);
    for (const Diagnostic& each : diagnostics.all()) {
        require_inside(sources, each.span);
        for (const Label& label : each.labels) require_inside(sources, label.span);
        require(!each.headline.in(Language::en).empty() && !each.headline.in(Language::fr).empty());
    }
    if (diagnostics.has_errors()) return 0;
    const std::string printed = print_rules(file, sources);
    const ast::File again = parse_rules(sources.add("printed.xf", printed), sources, diagnostics);
    require(!diagnostics.has_errors());
    require(ast::equal(file, again));
    require(again.comments.size() == file.comments.size());
    require(print_rules(again, sources) == printed);
    return 0;
}
