#include "reports/descriptions.hpp"

#include <algorithm>

#include "reports/evidence.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kMostDescriptions = 3;   // of one finding

template <class Say>
std::vector<std::string> each_once(const Finding& finding, const Say& say) {
    std::vector<std::string> out;
    for (const NodeId node : cited_figures(finding)) {
        std::string said = say(node);
        if (said.empty() || std::find(out.begin(), out.end(), said) != out.end()) continue;
        out.push_back(std::move(said));
        if (out.size() == kMostDescriptions) break;
    }
    return out;
}

}  // namespace

std::string described(NodeId node, const Dataset& dataset, Language language) {
    std::string out(dataset.description(node, "_section").value_or(""));
    if (const auto page = dataset.description(node, "_page"))
        out.append(out.empty() ? "" : ", ").append(Message(words::page_number, std::string(*page)).in(language));
    if (const auto about = dataset.description(node, "_about"))
        out.append(out.empty() ? "" : std::string(colon(language)) + " ").append(*about);
    return out;
}

std::vector<std::string> descriptions_of(const Finding& finding, const Dataset& dataset, Language language) {
    return each_once(finding, [&](NodeId node) { return described(node, dataset, language); });
}

std::vector<std::string> notes_of(const Finding& finding, const Dataset& dataset) {
    return each_once(finding, [&](NodeId node) { return std::string(dataset.description(node, "_note").value_or("")); });
}

}  // namespace crossfoot::reports
