#include "engine/dataset/table_layout.hpp"

#include <array>

#include "engine/dataset/table/messages.hpp"

namespace crossfoot::loading {
namespace {

constexpr std::int64_t kMostSkipped = 1'000'000, kMostHeaderRows = 20, kMostBelow = 100'000;

// A whole number from `least` to `most`; of another value what was expected is told.
void read_lines(const Member& member, std::int64_t least, std::int64_t most, const Template& expected, std::uint64_t& into, Loading& loading) {
    const auto* number = member.value.node->as_integer();
    if (number != nullptr && number->get() >= least && number->get() <= most) into = static_cast<std::uint64_t>(number->get());
    else misfit(loading, Code::XF119, member.key, member.value, Message(expected, most));
}

void read_encoding(const Member& member, table::Layout& layout, Loading& loading) {
    using table::Encoding;
    const std::string* name = member.value.string();
    for (const Encoding each : {Encoding::utf8, Encoding::latin1, Encoding::windows1252, Encoding::utf16})
        if (name != nullptr && *name == to_string(each)) {
            layout.encoding = each;
            return;
        }
    Diagnostic& made = misfit(loading, Code::XF119, member.key, member.value, Message(table::messages::an_encoding));
    if (name != nullptr) suggest_nearest(made, *name, {"utf-8", "latin-1", "windows-1252", "utf-16"});
}

void read_footer(const Member& member, table::Layout& layout, Loading& loading) {
    const std::string* text = member.value.string();
    if (text != nullptr && !text->empty() && text->find_first_of("\r\n") == std::string::npos) layout.footer_text = *text;
    else if (text == nullptr) read_lines(member, 0, kMostBelow, table::messages::a_footer, layout.footer_lines, loading);
    else misfit(loading, Code::XF119, member.key, member.value, Message(table::messages::a_footer, kMostBelow));
}

}  // namespace

bool read_layout(const Member& member, table::Layout& layout, Loading& loading) {
    namespace say = table::messages;
    if (member.key == "encoding") read_encoding(member, layout, loading);
    else if (member.key == "skip") read_lines(member, 0, kMostSkipped, say::a_count_of_lines, layout.skip, loading);
    else if (member.key == "header") read_lines(member, 1, kMostHeaderRows, say::a_count_of_rows, layout.header, loading);
    else if (member.key == "footer") read_footer(member, layout, loading);
    else if (member.key == "blank") {
        const auto* truth = member.value.node->as_boolean();
        if (truth != nullptr) layout.blank = truth->get();
        else misfit(loading, Code::XF119, member.key, member.value, Message(say::a_truth));
    } else return false;
    return true;
}

}  // namespace crossfoot::loading
