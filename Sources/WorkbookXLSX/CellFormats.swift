import CXlsxWriter

/// How cells look: black on white, told apart by weight and place.
struct CellFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format?
    let section: Format?
    let heading: Format?
    let numberHeading: Format?
    let text: Format?
    let words: Format?
    let number: Format?
    let share: Format?
    let status: Format?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func make(_ set: (Format) -> Void) -> Format? {
            guard let format = workbook_add_format(book) else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            set(format)
            return format
        }
        title = make {
            format_set_bold($0)
            format_set_font_size($0, 14)
        }
        section = make { format_set_bold($0) }
        func setHeading(_ format: Format) {
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        // Not right up to the next column.
        func setRight(_ format: Format) {
            format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
            format_set_indent(format, 1)
        }
        heading = make(setHeading)
        numberHeading = make {
            setHeading($0)
            setRight($0)
        }
        text = make { _ in }
        words = make { format_set_text_wrap($0) }
        number = make {
            format_set_num_format($0, "#,##0")
            setRight($0)
        }
        share = make {
            format_set_num_format($0, "0.0%")
            setRight($0)
        }
        status = make {
            format_set_italic($0)
            setRight($0)
        }
    }
}
