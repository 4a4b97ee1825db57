// What is wrong with an input: a code, one sentence, the place, further labelled places, help.
// Problems of the user's files are values of this type; no stage prints or throws for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/codes.hpp"
#include "engine/text/message.hpp"
#include "engine/text/source.hpp"

namespace crossfoot {

// A further place that explains a diagnostic.
struct Label {
    Span span;
    Message text;
};

struct Diagnostic {
    Code code;
    Message headline;            // one sentence, lower case, no final period
    Span span;                   // the narrowest thing that is wrong; may stand nowhere (a missing file)
    Message at;                  // what stands under the underline; may be empty
    std::string file;            // the file concerned where there is no span (unreadable, missing)
    std::vector<Label> labels;
    std::vector<Message> help;   // what to write instead, the nearest name

    Diagnostic& label(Span where, Message text) &;
    Diagnostic& suggest(Message text) &;
    Diagnostic&& label(Span where, Message text) &&;
    Diagnostic&& suggest(Message text) &&;
};

// Error codes are errors, XF6xx about unused things may be warnings: see codes.def.
[[nodiscard]] bool is_error(const Diagnostic& diagnostic);

class Diagnostics {
public:
    // At most this many are kept of one run; the rest is only counted, and the count is shown.
    static constexpr std::size_t kMost = 200;

    Diagnostic& add(Code code, Span span, Message headline);
    void add(Diagnostic diagnostic);
    void append(Diagnostics other);
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] bool empty() const { return kept_.empty(); }
    [[nodiscard]] std::size_t left_out() const { return left_out_; }
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return kept_; }
    // By file, place, code, text; the same one twice is kept once. Independent of the order of adding.
    void sort(const SourceMap& sources);

private:
    std::vector<Diagnostic> kept_;
    std::size_t errors_ = 0;
    std::size_t left_out_ = 0;
};

}  // namespace crossfoot
