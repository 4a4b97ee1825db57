// Any bytes as a dataset: no crash, every place inside its file, and a second load says the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/dataset/load.hpp"

namespace {

void require(bool truth) {
    if (!truth) std::abort();
}

void require_inside(const crossfoot::SourceMap& sources, crossfoot::Span span) {
    if (!span.valid()) return;
    require(span.file < sources.size() && span.begin <= span.end);
    require(span.end <= sources.file(span.file).text().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace crossfoot;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const LoadResult result = load_dataset_text("fuzz.toml", text);
    const Dataset& dataset = *result.dataset;
    for (const Diagnostic& each : result.diagnostics.all()) {
        require_inside(dataset.sources, each.span);
        for (const Label& label : each.labels) require_inside(dataset.sources, label.span);
        require(!each.headline.in(Language::en).empty() && !each.headline.in(Language::fr).empty());
    }
    for (NodeId id = 0; id < dataset.node_count(); ++id) {
        require_inside(dataset.sources, dataset.node(id).span);
        require_inside(dataset.sources, dataset.node(id).key_span);
        require(id == Dataset::kRoot || !dataset.path(id).empty());
        if (const NotAFigure* why = dataset.why_unread(id)) require_inside(dataset.sources, dataset.inside(id, why->begin, why->end));
        if (dataset.node(id).kind == NodeKind::figure) {
            const Interval& range = dataset.figure(id).range;
            require(!empty_between(range.low, range.high));
        }
    }
    const LoadResult again = load_dataset_text("fuzz.toml", text);
    require(again.dataset->node_count() == dataset.node_count());
    require(again.diagnostics.all().size() == result.diagnostics.all().size());
    return 0;
}
