/// The composition root: every long-lived object is made here.
@NullMarked
package dev.lathe.app.context;

import org.jspecify.annotations.NullMarked;
