// What every command gets beside its own options: the surroundings, the language and colour asked for. Makes
// the page that each output is written on.
#pragma once

#include <optional>

#include "engine/cli/options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/text/diagnostic.hpp"
#include "reports/page.hpp"

namespace crossfoot::cli {

// What the program ends with (page 4 of the specification).
enum Exit : int { passed = 0, failed = 1, could_not_check = 2, internal_error = 3 };

// Ends the program at once, when all is written: what was read goes back to the system as a whole. To take the trees
// of a large rule set apart node by node costs a tenth of the run, and nobody is there to use the room.
[[noreturn]] void leave(Exit code);

struct Context {
    Surroundings around;
    std::optional<Language> language;  // as asked for
    ColorChoice color = ColorChoice::automatic;

    // The language of messages before a dataset is read.
    [[nodiscard]] Language words() const { return language.value_or(around.locale); }
    [[nodiscard]] reports::Page page_for_output(Language words) const;
    [[nodiscard]] reports::Page page_for_errors(Language words) const;
    // A file gets colour only where it is asked for in so many words.
    [[nodiscard]] reports::Page page_for_file(Language words) const;
};

// Shows them on standard error.
void show(const Diagnostics& diagnostics, const SourceMap& sources, const reports::Page& page);
void show(const Diagnostic& diagnostic, const reports::Page& page);  // one without source text
// Writes to standard output; a failure is shown and changes `code` to could_not_check.
[[nodiscard]] Exit finish(std::string_view output, Exit code, const Context& context, Language words);
// The same for a text that a person reads: what could move the cursor or turn the writing round is shown as a sign.
[[nodiscard]] Exit finish_text(std::string_view output, Exit code, const Context& context, Language words);

}  // namespace crossfoot::cli
