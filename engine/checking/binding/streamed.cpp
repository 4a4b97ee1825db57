#include "engine/checking/binding/streamed.hpp"

#include <algorithm>

namespace crossfoot {
namespace {

bool reaches(const Core* core, const Dataset& dataset) {
    if (core == nullptr) return false;
    if (core->op == Op::node) return reaches_streamed(core->node, dataset);
    return std::any_of(core->args.begin(), core->args.end(), [&](const CorePtr& each) { return reaches(each.get(), dataset); });
}

}  // namespace

bool reaches_streamed(const Core& core, const Dataset& dataset) { return reaches(&core, dataset); }

bool reaches_streamed(NodeId node, const Dataset& dataset) {
    return std::any_of(dataset.tables.begin(), dataset.tables.end(), [&](const Table& each) {
        if (!each.streamed) return false;
        for (NodeId at = each.rows; at != kNoNode; at = dataset.node(at).parent)
            if (at == node) return true;
        return false;
    });
}

bool reaches_streamed(const BoundRule& rule, const Dataset& dataset) {
    if (std::none_of(dataset.tables.begin(), dataset.tables.end(), [](const Table& each) { return each.streamed; })) return false;
    const auto in_clause = [&](const CoreFor& each) {
        return reaches(each.domain.get(), dataset) || reaches(each.high.get(), dataset) || reaches(each.where.get(), dataset);
    };
    const auto in_title = [&](const CoreTitlePiece& each) { return reaches(each.path.get(), dataset); };
    return reaches(rule.body.get(), dataset) || std::any_of(rule.fors.begin(), rule.fors.end(), in_clause) ||
           std::any_of(rule.title.begin(), rule.title.end(), in_title);
}

const Table* streamed_rows(const Core& given, const std::vector<const Table*>& streamed) {
    const Core& core = given.op == Op::rows || given.op == Op::star ? *given.args[0] : given;
    if (core.op != Op::node) return nullptr;
    const auto found = std::find_if(streamed.begin(), streamed.end(), [&](const Table* each) { return each->rows == core.node; });
    return found == streamed.end() ? nullptr : *found;
}

}  // namespace crossfoot
