use serde_json::json;

use super::*;

type OfValue<'a> = Field<'a, Kept<'a, serde_json::Error>>;

/// Reads a field with this value; also tells whether it was noted as unreadable.
fn read<T>(
    value: Value,
    read: impl FnOnce(OfValue<'_>) -> Result<T, serde_json::Error>,
) -> (T, bool) {
    let mut unreadable = Vec::new();
    let source = Kept {
        value: &value,
        error: PhantomData,
    };
    let field = Field {
        name: "field",
        source,
        unreadable: &mut unreadable,
    };
    let read = read(field).expect("the value is JSON");
    (read, !unreadable.is_empty())
}

#[test]
fn null_and_blank_fields_are_neither_there_nor_unreadable() {
    assert_eq!(read(json!(null), |field| field.number()), (None, false));
    assert_eq!(read(json!(" "), |field| field.number()), (None, false));
    assert_eq!(read(json!(""), |field| field.time()), (None, false));
    assert_eq!(read(json!(null), |field| field.texts()), (vec![], false));
    assert_eq!(
        read(json!(""), |field| field.text()),
        (Some(String::new()), false)
    );
}

#[test]
fn integers_come_in_any_dress() {
    for dressed in [
        json!(85),
        json!(85.0),
        json!("85"),
        json!("85.0"),
        json!(" 85 "),
        json!(84.6),
    ] {
        assert_eq!(
            read(dressed.clone(), |field| field.integer()),
            (Some(85), false),
            "{dressed}"
        );
    }
    assert_eq!(
        read(json!("9007199254740993"), |field| field.integer()),
        (Some(9_007_199_254_740_993), false)
    );
}

#[test]
fn numbers_that_are_none_cost_their_field() {
    for wrong in [
        json!("NaN"),
        json!("inf"),
        json!("fast"),
        json!([1]),
        json!({ "a": 1 }),
    ] {
        assert_eq!(
            read(wrong.clone(), |field| field.number()),
            (None, true),
            "{wrong}"
        );
    }
    for wrong in [json!(1e300), json!(9.3e18), json!(u64::MAX), json!("1e300")] {
        assert_eq!(
            read(wrong.clone(), |field| field.integer()),
            (None, true),
            "{wrong}"
        );
    }
}

#[test]
fn yes_and_no_come_as_words_and_numbers() {
    for yes in [json!(true), json!(1), json!(1.0), json!("True"), json!("1")] {
        assert_eq!(read(yes, |field| field.boolean()), (Some(true), false));
    }
    for no in [json!(false), json!(0), json!("false"), json!(" 0 ")] {
        assert_eq!(read(no, |field| field.boolean()), (Some(false), false));
    }
    for neither in [json!(2), json!(0.5), json!("perhaps"), json!([true])] {
        assert_eq!(read(neither, |field| field.boolean()), (None, true));
    }
}

#[test]
fn text_accepts_scalars_only() {
    let text = |value| read(value, |field| field.text());
    assert_eq!(text(json!(85)), (Some("85".into()), false));
    assert_eq!(text(json!(85.0)), (Some("85.0".into()), false));
    assert_eq!(text(json!(true)), (Some("true".into()), false));
    assert_eq!(text(json!({})), (None, true));
}

#[test]
fn an_unreadable_line_keeps_the_others_in_their_places() {
    let lines = vec![Some(true), None, Some(false), None, Some(true)];
    let wire = json!([1, "?", "false", null, true]);
    assert_eq!(read(wire, |field| field.lines()), (lines, true));
    assert_eq!(
        read(json!([null]), |field| field.lines()),
        (vec![None], false)
    );
}

#[test]
fn readable_parts_outlive_unreadable_ones() {
    let texts = vec!["a".to_owned(), "2".to_owned()];
    assert_eq!(
        read(json!(["a", 2, {}]), |field| field.texts()),
        (texts, true)
    );
    let texts = BTreeMap::from([("a".to_owned(), "1".to_owned())]);
    let wire = json!({ "a": 1, "b": [], "c": null });
    assert_eq!(read(wire, |field| field.texts_by_name()), (texts, true));
    let (maps, incomplete) = read(json!([{ "a": "b" }, 7, null]), |field| {
        field.list_of_texts_by_name()
    });
    assert_eq!((maps.len(), incomplete), (2, true));
    let (ids, incomplete) = read(json!(["a", "", 7]), |field| field.ids::<String>());
    assert_eq!((ids, incomplete), (vec!["a".into(), "7".into()], true));
}

#[test]
fn what_is_kept_is_kept_as_it_came() {
    let mut raw = Map::new();
    let value = json!("85");
    let (number, _) = read(value.clone(), |field| field.kept_in(&mut raw)?.integer());
    assert_eq!((number, raw.get("field")), (Some(85), Some(&value)));
}
