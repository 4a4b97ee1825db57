#include "reports/html/messages.hpp"
#include "reports/html/sections.hpp"

namespace crossfoot::reports::html {
namespace {

void write_guide(Html& out, const Sheet&) {
    out.open("dl", {{"class", "guide"}}).line();
    for (const words::Explained& each : words::kGuide) out.element("dt", each.term).element("dd", each.meaning).line();
    out.close().line();
}

}  // namespace

Section guide_section() { return {"guide", &words::how_to_read, always, write_guide}; }

}  // namespace crossfoot::reports::html
