//! What the fields of a change hold, with the names of groups and devices in the place of ids.

use plaspy::GroupId;

use super::Fleet;
use crate::change::{AnyChange, AnyForm, Change, Field, Form, GroupForm, UserForm};
use crate::view::changes::{Conflict, FieldChange, FieldValue};

impl Fleet {
    /// What a change does to each field.
    #[must_use]
    pub fn field_changes(&self, change: &AnyChange) -> Vec<FieldChange> {
        match change {
            AnyChange::Group(change) => self.typed_changes(change, Self::group_value),
            AnyChange::User(change) => self.typed_changes(change, Self::user_value),
        }
    }

    fn typed_changes<F: Form>(
        &self,
        change: &Change<F>,
        value: fn(&Self, &F, Field) -> FieldValue,
    ) -> Vec<FieldChange> {
        let shown =
            |form: Option<&F>, field| form.map_or(FieldValue::None, |it| value(self, it, field));
        let fields = change.fields().into_iter().map(|field| FieldChange {
            field,
            before: shown(change.before(), field),
            after: shown(change.after(), field),
            added: Vec::new(),
            removed: Vec::new(),
        });
        let mut fields: Vec<_> = fields.collect();
        if let Some(of_devices) = fields.iter_mut().find(|it| it.field == Field::Devices) {
            fn devices<F: Form>(form: Option<&F>) -> &[String] {
                form.map_or(&[], F::devices)
            }
            let (before, after) = (devices(change.before()), devices(change.after()));
            let beyond = |one: &[String], other: &[String]| {
                let known: std::collections::HashSet<_> = other.iter().collect();
                let ids = one.iter().filter(|id| !known.contains(id)).cloned();
                self.device_refs_by_name(ids)
            };
            of_devices.added = beyond(after, before);
            of_devices.removed = beyond(before, after);
        }
        fields
    }

    /// What stands in the way of a change, given the thing as it is now.
    #[must_use]
    pub fn conflicts(&self, change: &AnyChange, now: &AnyForm) -> Vec<Conflict> {
        match (change, now) {
            (AnyChange::Group(change), AnyForm::Group(now)) => {
                self.typed_conflicts(change, now, Self::group_value)
            }
            (AnyChange::User(change), AnyForm::User(now)) => {
                self.typed_conflicts(change, now, Self::user_value)
            }
            _ => Vec::new(),
        }
    }

    fn typed_conflicts<F: Form>(
        &self,
        change: &Change<F>,
        now: &F,
        value: fn(&Self, &F, Field) -> FieldValue,
    ) -> Vec<Conflict> {
        let shown =
            |form: Option<&F>, field| form.map_or(FieldValue::None, |it| value(self, it, field));
        let conflicts = change.conflicts(now).into_iter().map(|field| Conflict {
            field,
            original: shown(change.before(), field),
            mine: shown(change.after(), field),
            theirs: value(self, now, field),
        });
        conflicts.collect()
    }

    fn group_value(&self, form: &GroupForm, field: Field) -> FieldValue {
        match field {
            Field::Name => text(&form.name),
            Field::Description => text(&form.description),
            Field::Devices => FieldValue::Devices {
                count: crate::view::count(form.devices.len()),
            },
            _ => FieldValue::None,
        }
    }

    fn user_value(&self, form: &UserForm, field: Field) -> FieldValue {
        let moment = |at: Option<_>| at.map_or(FieldValue::None, |at| FieldValue::Moment { at });
        match field {
            Field::Name => text(&form.name),
            Field::Email => text(&form.email),
            Field::Country => text(&form.country),
            Field::TimeZone => text(&form.time_zone),
            Field::Description => text(&form.description),
            Field::Message => text(&form.message),
            Field::Disabled => FieldValue::Flag { on: form.disabled },
            Field::DisabledMessage => text(&form.disabled_message),
            Field::Tags if form.tags.is_empty() => FieldValue::None,
            Field::Tags => FieldValue::Pairs {
                pairs: form.tags.clone(),
            },
            Field::Privileges if form.privileges.is_empty() => FieldValue::None,
            Field::Privileges => FieldValue::Texts {
                texts: form.privileges.clone(),
            },
            Field::Group if form.group.is_empty() => FieldValue::None,
            Field::Group => {
                let name = self.group_name(&GroupId::from(form.group.as_str()));
                FieldValue::Group {
                    name: name.unwrap_or(&form.group).to_owned(),
                    is_known: name.is_some(),
                }
            }
            Field::DeviceId if form.device_id.is_empty() => FieldValue::None,
            Field::DeviceId => FieldValue::Device {
                device: self.device_ref(&form.device_id),
            },
            Field::AdminDevices => {
                let number = form.admin_devices;
                number.map_or(FieldValue::None, |number| FieldValue::Number { number })
            }
            Field::From => moment(form.from),
            Field::Expires => moment(form.expires),
            Field::Devices => FieldValue::None,
        }
    }
}

fn text(text: &str) -> FieldValue {
    match text.is_empty() {
        true => FieldValue::None,
        false => FieldValue::Text {
            text: text.to_owned(),
        },
    }
}
