//! The quickest way between two nodes of the street graph.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::streets::{Link, Streets, distance_m};

/// Nowhere in the city is driven faster, so straight distance at this speed never overestimates.
const FASTEST_MS: f64 = 100.0 / 3.6;

#[derive(PartialEq)]
struct Open {
    estimate_s: f64,
    node: usize,
}

impl Eq for Open {}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        self.estimate_s
            .total_cmp(&other.estimate_s)
            .then(self.node.cmp(&other.node))
    }
}

/// The links of the quickest way, in order (A*). Every node reaches every other, so there is one.
pub(super) fn quickest(streets: &Streets, from: usize, to: usize) -> Vec<&Link> {
    let goal = streets.nodes[to];
    let rest_s = |node: usize| distance_m(streets.nodes[node], goal) / FASTEST_MS;
    let mut reached_s = vec![f64::INFINITY; streets.nodes.len()];
    let mut reached_by: Vec<Option<(usize, &Link)>> = vec![None; streets.nodes.len()];
    reached_s[from] = 0.0;
    let mut open = BinaryHeap::from([Reverse(Open {
        estimate_s: rest_s(from),
        node: from,
    })]);
    while let Some(Reverse(Open { estimate_s, node })) = open.pop() {
        if node == to {
            break;
        }
        if estimate_s > reached_s[node] + rest_s(node) + 1e-6 {
            continue; // A better way to this node was found meanwhile.
        }
        for link in &streets.links[node] {
            let arrival_s = reached_s[node] + link.length_m * 3.6 / link.speed_kmh;
            if arrival_s < reached_s[link.to] {
                reached_s[link.to] = arrival_s;
                reached_by[link.to] = Some((node, link));
                open.push(Reverse(Open {
                    estimate_s: arrival_s + rest_s(link.to),
                    node: link.to,
                }));
            }
        }
    }
    let mut way = Vec::new();
    let mut node = to;
    while let Some((before, link)) = reached_by[node] {
        way.push(link);
        node = before;
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_from_start_to_goal_without_gaps() {
        let streets = Streets::built_in();
        let (from, to) = (10, streets.nodes.len() - 10);
        let way = quickest(&streets, from, to);
        let mut node = from;
        for link in &way {
            assert!(
                streets.links[node]
                    .iter()
                    .any(|leaving| std::ptr::eq(leaving, *link))
            );
            node = link.to;
        }
        assert_eq!(node, to);
    }
}
