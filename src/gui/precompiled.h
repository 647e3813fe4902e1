// The same for the windows, with what their pages and widgets are made of.
#pragma once

#include "precompiled.h"

#include <QAbstractItemModel>
#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QWidget>
