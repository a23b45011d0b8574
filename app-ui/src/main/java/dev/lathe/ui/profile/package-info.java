/// Measuring models: latency, memory, operators, accuracy.
@NullMarked
package dev.lathe.ui.profile;

import org.jspecify.annotations.NullMarked;
