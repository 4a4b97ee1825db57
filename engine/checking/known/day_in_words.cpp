#include "engine/checking/known/day_in_words.hpp"

#include <array>
#include <chrono>
#include <string>

namespace crossfoot {
namespace {

constexpr std::array<Template, 12> kMonths{{
    {"{0} January {1}", "{0} janvier {1}"},
    {"{0} February {1}", "{0} février {1}"},
    {"{0} March {1}", "{0} mars {1}"},
    {"{0} April {1}", "{0} avril {1}"},
    {"{0} May {1}", "{0} mai {1}"},
    {"{0} June {1}", "{0} juin {1}"},
    {"{0} July {1}", "{0} juillet {1}"},
    {"{0} August {1}", "{0} août {1}"},
    {"{0} September {1}", "{0} septembre {1}"},
    {"{0} October {1}", "{0} octobre {1}"},
    {"{0} November {1}", "{0} novembre {1}"},
    {"{0} December {1}", "{0} décembre {1}"},
}};
constexpr Template kFirst{"1", "1er"};

}  // namespace

Message day_in_words(std::int32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto of_month = static_cast<unsigned>(date.day());
    return Message(kMonths.at(static_cast<unsigned>(date.month()) - 1),
                   of_month == 1 ? Message(kFirst) : Message::verbatim(std::to_string(of_month)),
                   std::to_string(static_cast<int>(date.year())));
}

}  // namespace crossfoot
