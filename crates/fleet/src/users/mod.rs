//! The account's users as they were read last, with what each sees.

mod access;
mod filter;
mod inbox;
mod order;
mod rows;

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::{DateTime, Utc};
use plaspy::models::{self, Memberships};
use plaspy::{DeviceId, GroupId, Listing, UserId};

use crate::change::{Form, UserForm};
use crate::error::Error;
use crate::fleet::Fleet;
use crate::view::users::Standing;
use crate::words::{NameOrder, fold};
pub use inbox::{inbox, matter_devices};
use order::OrderCache;

/// The users, in the order of their names.
#[derive(Debug)]
pub struct Users {
    revision: u64,
    read_at: DateTime<Utc>,
    lost: usize,
    people: Vec<Person>,
    by_id: HashMap<UserId, usize>,
    /// By user names in lower case.
    by_email: HashMap<String, Vec<usize>>,
    by_group: HashMap<GroupId, Vec<usize>>,
    by_device: HashMap<DeviceId, Vec<usize>>,
    memberships: Memberships,
    /// How many users see each device by a group or as their own, and can sign in.
    viewers: HashMap<DeviceId, u32>,
    orders: Mutex<OrderCache>,
}

/// A user with what is asked of it often.
#[derive(Debug)]
pub(crate) struct Person {
    /// As the service listed it, without its raw form.
    pub(crate) listed: models::User,
    pub(crate) form: UserForm,
    /// The name by which people know the user.
    pub(crate) name: String,
    name_key: Box<[u8]>,
    group_name: Option<String>,
    device_name: Option<String>,
    /// How many devices the user sees; `None` where nothing limits the user.
    sees: Option<u32>,
    /// Every text of the user, folded.
    texts: String,
    may_command: bool,
}

impl Users {
    /// The users of a fleet's account, read at a moment.
    #[must_use]
    pub fn new(
        listed: Listing<models::User>,
        fleet: &Fleet,
        read_at: DateTime<Utc>,
        revision: u64,
    ) -> Self {
        let Listing { items, lost } = listed;
        let groups = fleet.listed_groups();
        let memberships = Memberships::new(&groups, &items);
        let names = NameOrder::new();
        let mut people: Vec<_> = items
            .into_iter()
            .map(|mut user| {
                // Whoever changes it reads it afresh first.
                user.raw.clear();
                Person::new(user, &memberships, fleet, &names)
            })
            .collect();
        people.sort_by(|one, other| {
            let key = |person: &Person| (person.name_key.clone(), person.listed.id.clone());
            key(one).cmp(&key(other))
        });
        let mut users = Self {
            revision,
            read_at,
            lost,
            by_id: HashMap::new(),
            by_email: HashMap::new(),
            by_group: HashMap::new(),
            by_device: HashMap::new(),
            memberships,
            viewers: HashMap::new(),
            orders: Mutex::default(),
            people,
        };
        users.index();
        users.viewers = users.count_viewers(fleet);
        users
    }

    fn index(&mut self) {
        for (place, person) in self.people.iter().enumerate() {
            self.by_id.insert(person.listed.id.clone(), place);
            let email = person.form.email.to_lowercase();
            self.by_email.entry(email).or_default().push(place);
            if let Some(group) = person.form.group_id() {
                self.by_group.entry(group).or_default().push(place);
            }
            if let Some(device) = person.own_device() {
                self.by_device.entry(device).or_default().push(place);
            }
        }
    }

    /// The same users beside groups or devices that were read anew.
    #[must_use]
    pub fn beside(&self, fleet: &Fleet) -> Self {
        let items = self.people.iter().map(|person| person.listed.clone());
        let listed = Listing {
            items: items.collect(),
            lost: self.lost,
        };
        Self::new(listed, fleet, self.read_at, self.revision + 1)
    }

    /// Which state of the users this is.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// When they were read.
    #[must_use]
    pub fn read_at(&self) -> DateTime<Utc> {
        self.read_at
    }

    /// How the account's users refer to its groups.
    #[must_use]
    pub fn memberships(&self) -> &Memberships {
        &self.memberships
    }

    /// What a person can set of a user.
    ///
    /// # Errors
    /// [`Error::UserUnknown`].
    pub fn form(&self, id: &UserId) -> Result<&UserForm, Error> {
        Ok(&self.person(id)?.form)
    }

    pub(crate) fn person(&self, id: &UserId) -> Result<&Person, Error> {
        let place = self.by_id.get(id);
        let person = place.and_then(|place| self.people.get(*place));
        person.ok_or_else(|| Error::UserUnknown(id.clone()))
    }

    /// The user of a user name; case does not count.
    pub(crate) fn of_email(&self, email: &str) -> Option<&Person> {
        let place = self.by_email.get(&email.to_lowercase())?.first()?;
        self.people.get(*place)
    }

    /// Whether a user other than this one has a user name.
    #[must_use]
    pub fn is_taken(&self, email: &str, own: Option<&str>) -> bool {
        let places = self.by_email.get(&email.to_lowercase());
        let mut places = places.map_or(&[][..], Vec::as_slice).iter();
        places.any(|place| Some(self.people[*place].listed.id.as_str()) != own)
    }

    /// The users who see by a group, in the order of their names.
    pub(crate) fn seeing_by(&self, group: &GroupId) -> impl ExactSizeIterator<Item = &Person> {
        let places = self.by_group.get(group).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| &self.people[*place])
    }
}

impl Person {
    fn new(
        listed: models::User,
        memberships: &Memberships,
        fleet: &Fleet,
        names: &NameOrder,
    ) -> Self {
        let form = UserForm::of(&listed, memberships);
        let name = match form.shown_name() {
            "" => listed.id.to_string(),
            name => name.to_owned(),
        };
        let group = form.group_id();
        let group_name = group.as_ref().and_then(|id| fleet.group_name(id));
        let device = (!form.device_id.is_empty()).then(|| fleet.device_ref(&form.device_id));
        let mut person = Self {
            name_key: names.key(&name),
            group_name: group_name.map(str::to_owned),
            device_name: device.map(|device| device.name),
            sees: None,
            texts: String::new(),
            may_command: form.privileges.iter().any(|it| speaks_of_commands(it)),
            name,
            form,
            listed,
        };
        person.sees = person.count_devices(fleet);
        let texts: Vec<_> = person.texts().collect();
        person.texts = fold(&texts.join("\n"));
        person
    }

    /// The one device that the user sees.
    pub(crate) fn own_device(&self) -> Option<DeviceId> {
        let id = self.form.device_id.as_str();
        (!id.is_empty()).then(|| DeviceId::from(id))
    }

    /// Whether the user can sign in at a moment.
    pub(crate) fn standing(&self, now: DateTime<Utc>) -> Standing {
        if self.form.disabled {
            Standing::Disabled
        } else if self.form.expires.is_some_and(|until| until <= now) {
            Standing::Expired
        } else if self.form.from.is_some_and(|from| from > now) {
            Standing::NotYet
        } else {
            Standing::Active
        }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let form = &self.form;
        let texts = [
            &self.name,
            &form.email,
            &form.country,
            &form.time_zone,
            &form.description,
            &form.message,
            &form.disabled_message,
        ];
        let names = [&self.group_name, &self.device_name].into_iter().flatten();
        let tags = form.tags.iter().flat_map(|(name, value)| [name, value]);
        let all = texts.into_iter().chain(names).chain(&form.privileges);
        all.chain(tags).map(String::as_str)
    }
}

/// Whether a privilege lets a user send commands. The spelling is the account's own (docs/API.md,
/// Users), so that it is told by what the word says.
fn speaks_of_commands(privilege: &str) -> bool {
    let privilege = fold(privilege);
    ["command", "comando", "execute"]
        .iter()
        .any(|word| privilege.contains(word))
}
