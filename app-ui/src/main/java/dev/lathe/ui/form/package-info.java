/// Parts that every pane is made of: labelled rows, sections, notices, figures.
@NullMarked
package dev.lathe.ui.form;

import org.jspecify.annotations.NullMarked;
