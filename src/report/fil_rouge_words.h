// The words of the printed fil rouge, from fil-rouge.json of the trame. For this room only.
#pragma once

#include <map>
#include <QString>

namespace report
{

class Node;

struct FilRougeWords {
    QString title;
    QString subtitle;
    QString subject;
    QString footer;
    std::map<QString, QString> words;

    // All the words that are asked for are there: the reader checks it.
    [[nodiscard]] const QString &operator[](const QString &key) const { return words.at(key); }
};

// A word that is missing, or one that nothing asks for, is a fault.
[[nodiscard]] FilRougeWords readFilRougeWords(const Node &node);

} // namespace report
