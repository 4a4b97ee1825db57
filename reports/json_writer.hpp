// Writing JSON (RFC 8259) straight into one buffer: keys in the order of writing, UTF-8 unescaped. Objects
// and arrays either put each member on a line of its own (two spaces a level) or stand on one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::reports {

class JsonWriter {
public:
    enum class Layout : std::uint8_t { lines, inline_ };

    void begin_object(Layout layout = Layout::lines) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(Layout layout = Layout::lines) { begin('[', layout); }
    void end_array() { end(']'); }
    void key(std::string_view name);
    void text(std::string_view value);  // malformed UTF-8 becomes U+FFFD
    void number(std::uint64_t value);
    void truth(bool value);
    void null();

    // key and value in one
    void member(std::string_view name, std::string_view value) { key(name), text(value); }
    void member(std::string_view name, const char* value) { key(name), text(value); }
    void member(std::string_view name, std::uint64_t value) { key(name), number(value); }
    void member(std::string_view name, bool value) { key(name), truth(value); }
    void null_member(std::string_view name) { key(name), null(); }
    // null where empty
    void member_or_null(std::string_view name, std::string_view value);

    // The document, ended by a line end. All that was begun must have been ended.
    [[nodiscard]] std::string finish() &&;

private:
    struct Level {
        Layout layout;
        bool empty = true;
    };
    void begin(char bracket, Layout layout);
    void end(char bracket);
    void before_value();
    void separate();
    void quote(std::string_view text);
    void escape(char byte);
    void unicode(char32_t sign);   // below U+10000

    std::string out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

inline constexpr auto kInline = JsonWriter::Layout::inline_;

}  // namespace crossfoot::reports
