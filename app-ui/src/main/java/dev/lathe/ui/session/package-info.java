/// The state that all panes share: the open model, its versions and what is known of them.
@NullMarked
package dev.lathe.ui.session;

import org.jspecify.annotations.NullMarked;
