package dev.lathe.model.data;

import dev.lathe.model.work.SpecialFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Opens data sets.
public final class Datasets {

    private Datasets() {}

    /// Opens a data set, of which one of these can be given:
    ///
    /// - a folder with one subfolder of images for each class, or a folder of unlabelled images
    ///   (JPEG, PNG, BMP, GIF); names that start with a dot are passed over;
    /// - IDX images (`…-images-idx3-ubyte`, plain or `.gz`), labelled if the file of labels lies
    ///   beside them, or a folder with one such file;
    /// - a `.npy` array of unlabelled samples, or a `.npz` with `x`, `images` or `data` and, for
    ///   labels, `y` or `labels`.
    ///
    /// Samples of folders are sorted by name, in the order of code points. Images are decoded when
    /// they are read; resizing is antialiased bilinear, as Pillow's `BILINEAR`.
    public static Dataset open(Path path, Preprocess preprocess) throws DatasetException {
        if (Files.isDirectory(path)) {
            return new FolderReader(path, preprocess).open();
        }
        if (!Files.exists(path)) {
            throw new DatasetException(
                    "Cannot open the data " + path + ": there is no such file or folder");
        }
        var special = SpecialFile.kind(path);
        if (special.isPresent()) {
            throw new DatasetException(
                    "Cannot open the data "
                            + path
                            + ": it is "
                            + special.get()
                            + "; save what it gives to a file and open that");
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            return NumpyFiles.openArray(path, preprocess);
        }
        if (name.endsWith(".npz")) {
            return NumpyFiles.openArchive(path, preprocess);
        }
        if (IdxFiles.isIdx(path)) {
            return IdxFiles.open(path, preprocess);
        }
        throw new DatasetException(
                "Cannot open the data "
                        + path
                        + ": it is neither a folder of images nor an IDX, .npy or .npz file");
    }
}
