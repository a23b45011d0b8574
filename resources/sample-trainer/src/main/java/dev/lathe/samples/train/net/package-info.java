/// The image classifier: its layers, and how they are trained.
@NullMarked
package dev.lathe.samples.train.net;

import org.jspecify.annotations.NullMarked;
