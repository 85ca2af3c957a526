//! The provisional mentor is named and taken back; an enrolment by mistake is taken back.

use super::{
    ListPath, NamePath, ShowPath, TakeBackPath, WithdrawPath, provisional_refusal, show, withdraw_refusal,
};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::newcomers::{name_provisional, take_back_provisional};
use axum::response::Response;
use domain::PersonId;

pub(super) async fn name(path: NamePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let typed = |word: &str| (!word.is_empty()).then(|| PersonId::from(word));
    let Some(person) = fields.choice("person", typed) else {
        return show::draw(&page, &path.id, fields).await;
    };
    match name_provisional(&page.context(), &path.id, &person).await {
        Ok(_) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-named", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("person", provisional_refusal(why), &[]);
            show::draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_back(
    path: TakeBackPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    match take_back_provisional(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-taken-back", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("person", provisional_refusal(why), &[]);
            show::draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn withdraw(
    path: WithdrawPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    match actions::newcomers::withdraw(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "newcomers-done-withdrawn", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("withdraw", withdraw_refusal(why), &[]);
            show::draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
