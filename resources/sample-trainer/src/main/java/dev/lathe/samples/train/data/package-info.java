/// Fashion-MNIST: reading, picking and augmenting its images.
@NullMarked
package dev.lathe.samples.train.data;

import org.jspecify.annotations.NullMarked;
