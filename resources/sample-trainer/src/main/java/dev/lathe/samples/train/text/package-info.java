/// The character model: its text, its network, and how it is trained.
@NullMarked
package dev.lathe.samples.train.text;

import org.jspecify.annotations.NullMarked;
