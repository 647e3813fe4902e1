// What a function that can fail returns: a value, or an error with a French sentence for the user.
#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace base
{

// The reason a caller may act on; the sentence is in Error::message.
enum class ErrorCode {
    NotFound,   // the file or record is not there
    Unreadable, // there, but it can't be read (rights, device)
    Unwritable, // read-only folder, locked target
    DiskFull,
    Damaged,   // a file of ours whose content is broken
    Foreign,   // not a file of ours
    Newer,     // written by a later version of the program
    Hostile,   // refused for safety: limits passed, unexpected schema
    Invalid,   // wrong data or arguments
    Conflict,  // somebody else changed it meanwhile
    Cancelled, // the user said stop
    Silent,    // the place does not answer: a share or a support that hangs
    Internal,
};

// An error as the user reads it. `message` says what happened, what is safe, what to do; `detail` is for the log.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
};

// A value or an Error. Reading value() of a failed result is a programming error (std::bad_variant_access).
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_content); }
    [[nodiscard]] T &value() & { return std::get<0>(m_content); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    [[nodiscard]] bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace base
