seals-title = Qualified signatures
seals-line = Qualified signature: { $subject }, { $when }. Certificate issued by { $issuer }; { $algorithm }.
seals-text = You have signed with your password. If your document needs a qualified signature too, download the content, sign it in your own program as a separate (detached) CMS file, and bring that file here.
seals-content = The content to sign
seals-file = File with the signature
seals-file-hint = CMS, up to 256 kB
seals-act = Add the signature
seals-done = The qualified signature was checked and added.
seals-no-file = Choose the file with the signature.
seals-refused-not-signed = Your signature on this document no longer holds. Sign the document first, then download its content again.
seals-refused-sealed = Your qualified signature is already here.
seals-refused-not-offered = Qualified signatures are not set up here. Your signature with the password holds; ask the administrator about the trusted certificates.
seals-refused-too-large = The file is larger than 256 kB. Save the signature as a separate file, without the document inside.
seals-refused-unreadable = This is not a CMS signature, or the file is damaged. Sign the content again and choose the file that your program has made.
seals-refused-attached = The document is inside the file. Choose a separate (detached) signature in your program and sign again.
seals-refused-no-signer = The file must have exactly one signer, with the signer’s certificate. Sign again with the certificate included.
seals-refused-other-document = The signature belongs to another document. Download the content from this page again and sign it unchanged.
seals-refused-forged = The signature does not match the certificate. Sign the content again.
seals-refused-unknown-issuer = The certificate comes from an authority that is not trusted here. Ask the administrator to add its certificate, or sign with another one.
seals-refused-expired = A certificate is not valid at this time. Renew it and sign again.
seals-refused-not-for-signing = This certificate is not meant for signing documents. Choose your signing certificate, not the one for signing in.
seals-refused-future = The signature has a time in the future. Set the clock of your computer and sign again.
seals-refused-gost = GOST signatures cannot be checked here yet. Sign with an RSA or ECDSA certificate; your signature with the password holds.
seals-refused-other-algorithm = This kind of signature cannot be checked here. Sign with RSA (2048 bits or more) or ECDSA and SHA-256.
seals-verify = { $count ->
    [one] It also carries { $count } qualified signature, checked when it was added.
   *[other] It also carries { $count } qualified signatures, checked when they were added.
}
